"""The English wording of the meeting: the same templates as the Swedish original."""

MEETING = {
    "slide.peak_of": "The peak in {week} was {driver:plural}",
    "slide.peak": "A peak in {week} that no single category explains",
    "slide.peak.own": "Unusually many {driver:plural} in {week}",
    "slide.categories.usual": "Every category was within the usual",
    "slide.categories.unusual": "Outside the usual: {items}",
    "slide.categories.unjudged": "How the reports divide",
    "slide.category.below": "Fewer {what:plural} than usual",
    "slide.category.watch": "More {what:plural} than usual",
    "slide.category.alarm": "Unusually many {what:plural}",
    "slide.shift.more": "More {what:plural} than before, since {week:year}",
    "slide.shift.fewer": "Fewer {what:plural} than before, since {week:year}",
    "slide.change.same": "No certain difference from the period before or the year before",
    "slide.change": "Compared with the period before and the year before",
    "slide.decisions": "To follow up: {n!w:decision|decisions}",
    "slide.revised": "Changed since the last meeting: {n!w:figure|figures}",
    "item.unusual": "{what:plural}",
    "followup.count": (
        "After the decision, {weeks:year}, {observed:report|reports} about {what:about} "
        "{observed!a:was|were} made; {range} were expected."
    ),
    "followup.count.all": (
        "After the decision, {weeks:year}, {observed:report was|reports were} made; {range} were expected."
    ),
    "followup.fewer": "That is fewer than chance usually gives. The figures do not say why.",
    "followup.more": "That is more than chance usually gives. The figures do not say why.",
    "followup.as_expected": (
        "The difference is no larger than chance usually gives; a reduction by {effect} per cent would have "
        "been seen in at least {seen} of {of} cases."
    ),
    "followup.too_early.power": (
        "It is too early to say: a reduction by {effect} per cent would have been seen in at most {seen} of "
        "{of} cases."
    ),
    "followup.too_early.too_short": (
        "It is too early to say: {need} weeks with figures to compare with are needed, and there are {held}."
    ),
    "followup.too_early.not_reported": (
        "It is too early to say: no settled figures have come in after the decision."
    ),
}  # fmt: skip
