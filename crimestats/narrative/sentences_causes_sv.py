"""The Swedish wording of causes, fraud spikes and measures, the original (form: ``narrative/grammar.py``)."""

CAUSES = {
    "cause": "Av {what:the} kom troligen {range} utöver det som ändå hade kommit.",
    "cause.spread": (
        "Det som kom utöver det väntade är spritt: ingen del för sig förklarar veckan."
    ),
    "cause.without.usual": (
        "Utan {what:the} hade veckan varit vanlig: {without:anmälan|anmälningar}, vanligt är {range}."
    ),
    "cause.without.above": (
        "Utan {what:the} hade det ändå blivit {without:anmälan|anmälningar}, fler än det vanliga ({range})."
    ),
    "counterfactual.authority.usual": (
        "Utan myndighetens {benefit:enda anmälan|# anmälningar} om bidragsbrott hade veckan varit vanlig: "
        "{without:anmälan|anmälningar}, vanligt är {range}."
    ),
    "counterfactual.authority.above": (
        "Utan myndighetens {benefit:enda anmälan|# anmälningar} om bidragsbrott hade det blivit {without}, "
        "fortfarande fler än det vanliga ({range})."
    ),
    "lacks.categories": "Underlaget är inte uppdelat på brottstyp, så det syns inte vad som ökade.",
    "lacks.kinds": "Underlaget delar inte upp {what:the} på slag.",
    "lacks.parties": "Underlaget säger inte vem som är målsägande i {what:the}.",
    "question.cause": "Vad låg bakom {what:the} {week}?",
    "question.week": "Vad låg bakom de många anmälningarna {week}?",
    "spike.wave": (
        "{weeks:year}: en våg. Av {all:den enda anmälan|de # anmälningarna} hade {n} en privatperson som "
        "målsägande, och av dem kom troligen {range} utöver det som ändå hade kommit."
    ),
    "spike.batch": (
        "{weeks:year}: en samlad anmälan. En myndighet stod för {n} av {all:anmälan|anmälningar}; det är en "
        "administrativ händelse och betyder inte att fler invånare har drabbats."
    ),
    "spike.mixed": (
        "{weeks:year}: både en samlad anmälan och annat. Av {all:den enda anmälan|de # anmälningarna} kom "
        "{n} från en myndighet, medan {private} hade en privatperson som målsägande."
    ),
    "spike.mixed.unsplit": (
        "{weeks:year}: både en samlad anmälan och annat. Av {all:den enda anmälan|de # anmälningarna} kom "
        "{n} från en myndighet; vem som är målsägande i de övriga säger underlaget inte."
    ),
    "spike.unknown": (
        "{weeks:year}: {all:anmälan|anmälningar}, troligen {range} utöver det som ändå hade kommit. Det syns "
        "inte om det är en våg eller en samlad anmälan."
    ),
    "spike.without.usual": "Utan bidragsbrotten var bedrägerierna inom det vanliga.",
    "spike.without.watch": "Utan bidragsbrotten var bedrägerierna fler än vanligt.",
    "spike.without.alarm": "Också utan bidragsbrotten var bedrägerierna ovanligt många.",
    "spike.kinds": "Slag som ökade: {items}.",
    "item.spike": "{what:about} ({n})",
    "item.against": "{what:about}",
    "measure.title.fewer": "{name}: färre anmälningar än väntat",
    "measure.title.more": "{name}: fler anmälningar än väntat",
    "measure.title.as_expected": "{name}: ingen säker skillnad",
    "measure.title.too_early": "{name}: för tidigt att säga",
    "measure.about": "Insatsen mot {items} gäller {weeks:year}.",
    "measure.about.all": "Insatsen gäller {weeks:year} och alla anmälningar.",
    "measure.count": (
        "Under insatsen gjordes {observed:anmälan|anmälningar}; utan den väntades omkring {expected} "
        "({range})."
    ),
    "measure.fewer": (
        "Det är färre än vad slumpen brukar ge. Siffrorna säger inte varför: annat kan ha hänt samtidigt."
    ),
    "measure.more": (
        "Det är fler än vad slumpen brukar ge. Siffrorna säger inte varför: annat kan ha hänt samtidigt."
    ),
    "measure.as_expected": (
        "Skillnaden är inte större än vad slumpen brukar ge. Det utesluter inte en verkan: en minskning med "
        "{effect} procent hade synts i minst {seen} av {of} fall."
    ),
    "measure.too_early.power": (
        "Det är för tidigt att säga om insatsen har haft någon verkan: en minskning med {effect} procent "
        "hade synts i högst {seen} av {of} fall."
    ),
    "measure.too_early.too_short": (
        "Det är för tidigt att säga om insatsen har haft någon verkan: utöver dess egna veckor krävs minst "
        "{need} veckor med uppgifter, och {held} finns."
    ),
    "measure.too_early.not_reported": (
        "Det är för tidigt att säga något: det finns inga färdiga uppgifter för insatsens veckor."
    ),
    "measure.compared": (
        "Som det gick i {areas} väntades omkring {expected} ({range}), och bedömningen bygger på det."
    ),
    "measure.compared.weak": (
        "Jämförelsen med {areas} gav omkring {expected} ({range}), men är för osäker att bygga på."
    ),
    "measure.preliminary": (
        "Av insatsens veckor är {n} {n!a:preliminär|preliminära} och räknas inte ännu."
    ),
    "measure.missing": "För {n!w:vecka|veckor} av insatsen saknas uppgifter.",
}  # fmt: skip
