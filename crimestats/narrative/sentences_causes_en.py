"""The English wording of causes, fraud spikes and measures: the same templates as the Swedish original."""

CAUSES = {
    "cause": "Of {what:the}, {range} probably came on top of what would have come anyway.",
    "cause.spread": "What came beyond the expected is spread out: no single part explains the week.",
    "cause.without.usual": (
        "Without {what:the} the week would have been an ordinary one: {without:report|reports}, {range} is "
        "usual."
    ),
    "cause.without.above": (
        "Without {what:the} there would still have been {without:report|reports}, more than usual ({range})."
    ),
    "counterfactual.authority.usual": (
        "Without the authority’s {benefit:only report|# reports} of benefit fraud the week would have been "
        "an ordinary one: {without:report|reports}, {range} is usual."
    ),
    "counterfactual.authority.above": (
        "Without the authority’s {benefit:only report|# reports} of benefit fraud there would have been "
        "{without}, still more than usual ({range})."
    ),
    "lacks.categories": "The data are not split by category, so what rose cannot be seen.",
    "lacks.kinds": "The data do not split {what:the} by kind.",
    "lacks.parties": "The data do not say who the injured party is in {what:the}.",
    "question.cause": "What was behind {what:the} of {week}?",
    "question.week": "What was behind the many reports of {week}?",
    "spike.wave": (
        "{weeks:year}: a wave. Of the {all:one report|# reports}, {n} had a private person as injured "
        "party, and {range} of those probably came on top of what would have come anyway."
    ),
    "spike.batch": (
        "{weeks:year}: a batch. An authority made {n} of {all:report|reports}; that is an administrative "
        "event and does not mean that more residents were exposed."
    ),
    "spike.mixed": (
        "{weeks:year}: both a batch and more besides. Of the {all:one report|# reports}, {n} came from an "
        "authority, while {private} had a private person as injured party."
    ),
    "spike.mixed.unsplit": (
        "{weeks:year}: both a batch and more besides. Of the {all:one report|# reports}, {n} came from an "
        "authority; the data do not say who the injured party is in the others."
    ),
    "spike.unknown": (
        "{weeks:year}: {all:report|reports}, {range} of them probably on top of what would have come anyway. "
        "Whether it is a wave or a batch cannot be seen."
    ),
    "spike.without.usual": "Without benefit fraud, fraud was within the usual.",
    "spike.without.watch": "Without benefit fraud, there was more fraud than usual.",
    "spike.without.alarm": "Without benefit fraud too, there was unusually much fraud.",
    "spike.kinds": "Kinds that rose: {items}.",
    "item.spike": "{what:about} ({n})",
    "item.against": "{what:about}",
    "measure.title.fewer": "{name}: fewer reports than expected",
    "measure.title.more": "{name}: more reports than expected",
    "measure.title.as_expected": "{name}: no certain difference",
    "measure.title.too_early": "{name}: too early to say",
    "measure.about": "The measure against {items} covers {weeks:year}.",
    "measure.about.all": "The measure covers {weeks:year} and all reports.",
    "measure.count": (
        "During the measure {observed:report was|reports were} made; without it about {expected} were "
        "expected ({range})."
    ),
    "measure.fewer": (
        "That is fewer than chance usually gives. The figures do not say why: other things may have happened "
        "at the same time."
    ),
    "measure.more": (
        "That is more than chance usually gives. The figures do not say why: other things may have happened "
        "at the same time."
    ),
    "measure.as_expected": (
        "The difference is no larger than chance usually gives. That does not rule out an effect: a "
        "reduction by {effect} per cent would have been seen in at least {seen} of {of} cases."
    ),
    "measure.too_early.power": (
        "It is too early to say whether the measure has had an effect: a reduction by {effect} per cent "
        "would have been seen in at most {seen} of {of} cases."
    ),
    "measure.too_early.too_short": (
        "It is too early to say whether the measure has had an effect: besides its own weeks at least {need} "
        "weeks with figures are needed, and there are {held}."
    ),
    "measure.too_early.not_reported": (
        "It is too early to say anything: there are no settled figures for the weeks of the measure."
    ),
    "measure.compared": (
        "As things went in {areas}, about {expected} were expected ({range}), and the verdict rests on that."
    ),
    "measure.compared.weak": (
        "The comparison with {areas} gave about {expected} ({range}), but is too uncertain to rest on."
    ),
    "measure.preliminary": (
        "Of the weeks of the measure, {n} {n!a:is preliminary and does|are preliminary and do} not count yet."
    ),
    "measure.missing": "For {n!w:week|weeks} of the measure there are no figures.",
}  # fmt: skip
