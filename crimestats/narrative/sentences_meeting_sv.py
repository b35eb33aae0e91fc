"""The Swedish wording of the meeting: titles of slides and outcomes of decisions, the original."""

MEETING = {
    "slide.peak_of": "Toppen i {week} var {driver:plural}",
    "slide.peak": "En topp i {week} som ingen brottstyp för sig förklarar",
    "slide.peak.own": "{driver:the} var ovanligt många {week}",
    "slide.categories.usual": "Alla brottstyper var inom det vanliga",
    "slide.categories.unusual": "Utanför det vanliga: {items}",
    "slide.categories.unjudged": "Så fördelar sig anmälningarna",
    "slide.category.below": "{what:the} var färre än vanligt",
    "slide.category.watch": "{what:the} var fler än vanligt",
    "slide.category.alarm": "{what:the} var ovanligt många",
    "slide.shift.more": "{what:the} ligger på en högre nivå sedan {week:year}",
    "slide.shift.fewer": "{what:the} ligger på en lägre nivå sedan {week:year}",
    "slide.change.same": "Ingen säker skillnad mot perioden före eller mot året före",
    "slide.change": "Jämfört med perioden före och med året före",
    "slide.decisions": "Att följa upp: {n!w:ett beslut|# beslut}",
    "slide.revised": "Ändrat sedan förra mötet: {n!w:siffra|siffror}",
    "item.unusual": "{what:plural}",
    "followup.count": (
        "Efter beslutet, {weeks:year}, gjordes {observed:anmälan|anmälningar} om {what:about}; väntat var "
        "{range}."
    ),
    "followup.count.all": (
        "Efter beslutet, {weeks:year}, gjordes {observed:anmälan|anmälningar}; väntat var {range}."
    ),
    "followup.fewer": "Det är färre än vad slumpen brukar ge. Siffrorna säger inte varför.",
    "followup.more": "Det är fler än vad slumpen brukar ge. Siffrorna säger inte varför.",
    "followup.as_expected": (
        "Skillnaden är inte större än vad slumpen brukar ge; en minskning med {effect} procent hade synts i "
        "minst {seen} av {of} fall."
    ),
    "followup.too_early.power": (
        "Det är för tidigt att säga: en minskning med {effect} procent hade synts i högst {seen} av {of} "
        "fall."
    ),
    "followup.too_early.too_short": (
        "Det är för tidigt att säga: det krävs {need} veckor med uppgifter att jämföra med, och {held} finns."
    ),
    "followup.too_early.not_reported": (
        "Det är för tidigt att säga: inga färdiga uppgifter har kommit in efter beslutet."
    ),
}  # fmt: skip
