"""The English headlines: sentence for sentence those of ``sentences_headline_sv.py``."""

HEADLINES = {
    "headline.nothing": "No figures for {period:year}",
    "headline.partial": "Figures are missing for {missing}; otherwise {count:report was|reports were} made",
    "headline.partial.weeks_of": (
        "Figures are missing for {missing}; there were unusually many {driver:plural} in {weeks}"
    ),
    "headline.partial.weeks": (
        "Figures are missing for {missing}; there were unusually many reports in {weeks}"
    ),
    "headline.partial.mixed": "Figures are missing for {missing}; single types of crime stand out in {weeks}",
    "headline.unjudged": "{period:year} had {count:report|reports}",
    "headline.unjudged.weeks_of": (
        "{period:year} had {count:report|reports}, with unusually many {driver:plural} in {weeks}"
    ),
    "headline.unjudged.weeks": "{period:year} had {count:report|reports}, unusually many in {weeks}",
    "headline.unjudged.mixed": (
        "{period:year} had {count:report|reports}; single types of crime stand out in {weeks}"
    ),
    "headline.usual": "An ordinary {span}",
    "headline.usual~2": "The number of reports was within the usual range",
    "headline.usual~3": "About as many reports as usual",
    "headline.usual.weeks_of": (
        "An ordinary {span}, except {weeks} when there were unusually many {driver:plural}"
    ),
    "headline.usual.weeks_of~2": ("A usual number of reports, but unusually many {driver:plural} in {weeks}"),
    "headline.usual.weeks": "An ordinary {span}, except {weeks} when there were unusually many reports",
    "headline.usual.most_of": (
        "A usual number of reports on the whole, but unusually many {driver:plural} in {weeks}"
    ),
    "headline.usual.most": "A usual number of reports on the whole, but unusually many in {weeks}",
    "headline.usual.watch": "An ordinary {span}, but with more {driver:plural} than usual",
    "headline.usual.alarm": "An ordinary {span}, but with unusually many {driver:plural}",
    "headline.above": "{start}",
    "headline.above.of": "{start}, above all {driver:plural}",
    "headline.above.behind": "{start}: {driver:the} of {weeks} lie behind it",
    "headline.above.weeks_of": "{start}, in particular {driver:plural} in {weeks}",
    "headline.above.weeks": "{start}, in particular in {weeks}",
    "headline.above.also_of": "{start}; there were unusually many {driver:plural} in {weeks}",
    "headline.mixed": "{start}; single types of crime stand out in {weeks}",
    "headline.below": "Fewer reports than usual",
    "headline.below.watch": "Fewer reports than usual, but more {driver:plural} than usual",
    "headline.below.alarm": "Fewer reports than usual, but unusually many {driver:plural}",
    "headline.below.weeks_of": "Fewer reports than usual, but unusually many {driver:plural} in {weeks}",
    "headline.below.weeks": "Fewer reports than usual, but unusually many in {weeks}",
    "line.range": "{count:report|reports}, usually {range}",
    "line.count": "{count:report|reports}",
}

# How a headline begins: the verdict on the whole.
STARTS = {
    "level.watch": "more reports than usual",
    "level.alarm": "unusually many reports",
    "level.below": "fewer reports than usual",
    "a.month": "an ordinary month",
    "a.period": "an ordinary period",
    "a.week": "an ordinary week",
}
