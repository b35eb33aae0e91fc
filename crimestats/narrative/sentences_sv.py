"""The Swedish wording, the original. Every template is whole sentences; its fields: ``narrative/grammar.py``.

Style (docs/domain.md, section Writing): reports *görs*, never *begicks*; range first, verdict second; no
percentages; nothing praised or blamed; no sentence starts with a figure.
"""

from __future__ import annotations

from crimestats.categories import categories
from crimestats.narrative.grammar import Words
from crimestats.narrative.sentences_causes_sv import CAUSES
from crimestats.narrative.sentences_headline_sv import HEADLINES, STARTS
from crimestats.narrative.sentences_meeting_sv import MEETING
from crimestats.narrative.sentences_since_sv import SINCE

TEMPLATES = {
    "subtitle.nothing": "{period} ({days}): inga uppgifter",
    "subtitle.partial": "{period} ({days}): {count:anmälan|anmälningar} på {reported!w} av {weeks!w} veckor",
    "subtitle.range": "{period} ({days}): {count:anmälan|anmälningar}, vanligt {range}",
    "subtitle.count": "{period} ({days}): {count:anmälan|anmälningar}",
    "total.nothing": "I {area} finns inga uppgifter för {period}.",
    "total.whole": "I {area} gjordes {count:anmälan|anmälningar} {period}.",
    "total.whole.range": "I {area} gjordes {count:anmälan|anmälningar} {period}; vanligt är {range}.",
    "total.whole.range~2": (
        "{period} gjordes {count:anmälan|anmälningar} i {area}. Vanligt för {weeks!a:den veckan|de veckorna} "
        "är {range}."
    ),
    "total.whole.range~3": "Antalet anmälningar i {area} {period} var {count}; vanligt är {range}.",
    "total.partial": (
        "I {area} gjordes {count:anmälan|anmälningar} under {reported!w:den enda vecka|de # veckor} av "
        "{weeks!w} som har uppgifter."
    ),
    "total.partial.range": (
        "I {area} gjordes {count:anmälan|anmälningar} under {reported!w:den enda vecka|de # veckor} av "
        "{weeks!w} som har uppgifter; vanligt då är {range}."
    ),
    "verdict.usual": "Det är inom det vanliga.",
    "verdict.usual~2": "Det ligger inom det vanliga.",
    "verdict.usual~3": "Det håller sig inom det vanliga.",
    "verdict.watch": "Det är fler än vanligt.",
    "verdict.alarm": "Det är ovanligt många.",
    "verdict.below": "Det är färre än vanligt.",
    "excess": (
        "Av de {excess} som kom utöver det väntade svarar {driver:the} för det mesta: de var {part} fler än "
        "väntat."
    ),
    "excess.alone": (
        "Det är {excess} fler än väntat: {driver:the} var {part} fler, och övriga var tillsammans färre än "
        "väntat."
    ),
    "categories": "Av anmälningarna gällde {items}.",
    "categories~2": "Bland anmälningarna gällde {items}.",
    "categories~3": "Fördelat på brottstyp gällde {items}.",
    "rest.with_fraud": "Då återstår {left:anmälan|anmälningar}: {items}.",
    "rest.with_fraud~2": "Kvar blir {left:anmälan|anmälningar}: {items}.",
    "rest.with_fraud~3": "Resten är {left:anmälan|anmälningar}: {items}.",
    "rest.only_fraud": "Av anmälningarna gällde {items}.",
    "rest.plain": (
        "Då återstår {left:anmälan som inte är särredovisad|anmälningar som inte är särredovisade}."
    ),
    "rest.undivided": "Det finns ingen uppdelning på brottstyp.",
    "category.watch": "För {what:about} är det vanliga {range}, så {count} är fler än vanligt.",
    "category.alarm": "För {what:about} är det vanliga {range}, så {count} är ovanligt många.",
    "category.below": "För {what:about} är det vanliga {range}, så {count} är färre än vanligt.",
    "categories.all_usual": "Varje brottstyp för sig är inom det vanliga.",
    "categories.all_usual~2": "Ingen brottstyp för sig avviker från det vanliga.",
    "categories.all_usual~3": "Ingen av brottstyperna sticker ut.",
    "categories.all_usual.whole": "Över perioden som helhet är varje brottstyp inom det vanliga.",
    "categories.others_usual": "I övrigt är brottstyperna inom det vanliga.",
    "peak": "{week} gjordes {observed:anmälan|anmälningar}; vanligt är {range}.",
    "peak~2": "{week} var anmälningarna {observed}, mot vanliga {range}.",
    "peak.category": "{week} gjordes {observed:anmälan|anmälningar} om {what:about}; vanligt är {range}.",
    "drivers": "Av {excess:den enda|de #} som kom utöver det väntade gällde {items}.",
    "drivers.all": "{excess:Den enda|Alla #} som kom utöver det väntade gällde {what:about}.",
    "drivers.less": (
        "Det är {excess} fler än väntat: {items} utöver det väntade, medan övriga låg {short} under."
    ),
    "drivers.unknown": (
        "Det är {excess} fler än väntat; vilken brottstyp det beror på syns inte i underlaget."
    ),
    "peak.kind": "{what:the} var {observed}, mot väntade {expected}.",
    "peak.private.all": "Alla {all} anmälningar om {what:about} har en privatperson som målsägande.",
    "peak.private.part": "Av de {all} anmälningarna om {what:about} har {n} en privatperson som målsägande.",
    "peak.company.all": "Alla {all} anmälningar om {what:about} har ett företag som målsägande.",
    "peak.company.part": "Av de {all} anmälningarna om {what:about} har {n} ett företag som målsägande.",
    "peak.authority.all": "Alla {all} anmälningar om {what:about} har en myndighet som målsägande.",
    "peak.authority.part": "Av de {all} anmälningarna om {what:about} har {n} en myndighet som målsägande.",
    "counterfactual.usual": (
        "Utan {benefit:den enda anmälan|de # anmälningarna} om bidragsbrott hade det blivit {without}, "
        "vilket är inom det vanliga ({range})."
    ),
    "counterfactual.above": (
        "Utan {benefit:den enda anmälan|de # anmälningarna} om bidragsbrott hade det blivit {without}, "
        "fortfarande fler än det vanliga ({range})."
    ),
    "fraud": (
        "Av {all:den enda anmälan|de # anmälningarna} om bedrägeri och bidragsbrott gällde {benefit} "
        "bidragsbrott; utan dem var bedrägerierna {fraud}."
    ),
    "fraud.range": (
        "Av {all:den enda anmälan|de # anmälningarna} om bedrägeri och bidragsbrott gällde {benefit} "
        "bidragsbrott; utan dem var bedrägerierna {fraud}, vanligt är {range}."
    ),
    "fraud.range~2": (
        "Utan bidragsbrott var bedrägerierna {fraud}; vanligt är {range}. Med "
        "{benefit:det enda bidragsbrottet|de # bidragsbrotten} blir det {all}."
    ),
    "fraud.kinds": "Vanligast bland bedrägerierna var {items}.",
    "fraud.parties": "Målsägande var {items}.",
    "changes.same": "Skillnaden mot {items} är inte större än vad slumpen brukar ge.",
    "changes.same~2": "Jämfört med {items} är skillnaden inte större än vad slumpen brukar ge.",
    "changes.same~3": "Mot {items} skiljer det inte mer än vad slumpen brukar ge.",
    "before.same": (
        "Perioden före, {other}, gjordes {before:anmälan|anmälningar}; skillnaden är inte större än vad "
        "slumpen brukar ge."
    ),
    "before.more": "Det är fler än perioden före, {other}, då {before:anmälan|anmälningar} gjordes.",
    "before.fewer": "Det är färre än perioden före, {other}, då {before:anmälan|anmälningar} gjordes.",
    "before.numbers": "Perioden före, {other}, gjordes {before:anmälan|anmälningar}.",
    "before.rate.same": (
        "Perioden före, {other}, hade {weeks_before!w:vecka|veckor}, så jämförelsen görs per vecka: {rate} "
        "anmälningar nu mot {rate_before} då, en skillnad som slumpen brukar ge."
    ),
    "before.rate.more": (
        "Perioden före, {other}, hade {weeks_before!w:vecka|veckor}, så jämförelsen görs per vecka: {rate} "
        "anmälningar nu mot {rate_before} då, alltså fler."
    ),
    "before.rate.fewer": (
        "Perioden före, {other}, hade {weeks_before!w:vecka|veckor}, så jämförelsen görs per vecka: {rate} "
        "anmälningar nu mot {rate_before} då, alltså färre."
    ),
    "before.rate.numbers": (
        "Perioden före, {other}, hade {weeks_before!w:vecka|veckor}, så jämförelsen görs per vecka: {rate} "
        "anmälningar nu mot {rate_before} då."
    ),
    "year.same": (
        "{weeks!a:Samma vecka|Samma veckor} {year} gjordes {before:anmälan|anmälningar}; den skillnaden är "
        "inte större än vad slumpen brukar ge."
    ),
    "year.more": (
        "{weeks!a:Samma vecka|Samma veckor} {year} gjordes {before:anmälan|anmälningar}, färre än nu."
    ),
    "year.fewer": (
        "{weeks!a:Samma vecka|Samma veckor} {year} gjordes {before:anmälan|anmälningar}, fler än nu."
    ),
    "year.numbers": "{weeks!a:Samma vecka|Samma veckor} {year} gjordes {before:anmälan|anmälningar}.",
    "year.w53": "{unmatched} finns inte året före och jämförs med medelvärdet av {mean_of:year}.",
    "not_compared.before": (
        "Någon jämförelse med perioden före, {other:year}, görs inte: uppgifter saknas för {missing:year}."
    ),
    "not_compared.year": (
        "Någon jämförelse med samma veckor året före görs inte: uppgifter saknas för {missing:year}."
    ),
    "missing": (
        "Uppgifter saknas för {weeks}; det betyder inte att antalet var noll, och perioden jämförs därför "
        "inte med andra."
    ),
    "missing_category": "Uppgifter om {what:about} saknas för {weeks}.",
    "preliminary": "{weeks} är {n!a:preliminär|preliminära}: fler anmälningar kan tillkomma.",
    "revised": "Uppgifterna för {weeks} har ändrats sedan de först lämnades.",
    "parts_above_total": (
        "De redovisade brottstyperna är tillsammans {over} fler än totalen; kontrollera underlaget."
    ),
    "too_short": (
        "Underlaget omfattar {weeks:vecka|veckor} före perioden. För att säga vad som är vanligt krävs minst "
        "{need}."
    ),
    "level_only": (
        "Underlaget omfattar {weeks:vecka|veckor} före perioden, så det vanliga är räknat utan hänsyn till "
        "årstiden."
    ),
    "total_is_sum": "Totalen är summan av de redovisade brottstyperna, eftersom ingen total har lämnats.",
    "sample": "Underlaget är exempeldata som följer med programmet.",
    "calendar": "Perioden innehåller {items}.",
    "calendar.measures": "Under perioden pågick {items}.",
    "moved": "{holiday} inföll {now:year} men {then:year}, vilket påverkar jämförelsen mellan åren.",
    "item.about": "{n} {what:about}",
    "item.of": "{n} om {what:about}",
    "item.else": "{n} annat",
    "item.change_before": "perioden före ({other}, {before:anmälan|anmälningar})",
    "item.change_year": "{weeks!a:samma vecka|samma veckor} {year} ({before:anmälan|anmälningar})",
    "item.kind": "{what:about} ({n})",
    "item.private": "en privatperson i {n:fall|fall}",
    "item.company": "ett företag i {n:fall|fall}",
    "item.authority": "en myndighet i {n:fall|fall}",
    "item.event": "{name} ({weeks})",
    "title.calm": "Anmälningar per vecka: ingen ovanlig vecka {period}",
    "title.peak": "Anmälningar per vecka: en topp i {weeks}",
    "title.peak_of": "Anmälningar per vecka: en topp i {weeks}, driven av {driver:plural}",
    "title.peaks": "Anmälningar per vecka: toppar i {weeks}",
    "title.peaks_of": "Anmälningar per vecka: toppar i {weeks}, drivna av {driver:plural}",
    "title.unjudged": "Anmälningar per vecka",
    "fraud_title.nothing": "Bedrägerier: inga uppgifter för {period:year}",
    "fraud_title.none": "Bedrägerier: {count:anmälan|anmälningar} {period:year}",
    "fraud_title.below": "Bedrägerierna var färre än vanligt {period:year}",
    "fraud_title.usual": "Bedrägerierna var inom det vanliga {period:year}",
    "fraud_title.watch": "Bedrägerierna var fler än vanligt {period:year}",
    "fraud_title.alarm": "Bedrägerierna var ovanligt många {period:year}",
    "fraud_whole": "Om {what:about} gjordes {count:anmälan|anmälningar} {period}.",
    "fraud_whole.range": "Om {what:about} gjordes {count:anmälan|anmälningar} {period}; vanligt är {range}.",
    "to_date.same": (
        "{what:name}: {count} till och med {last:year} mot {before} samma veckor {year}; skillnaden är inte "
        "större än vad slumpen brukar ge."
    ),
    "to_date.more": (
        "{what:name}: {count} till och med {last:year} mot {before} samma veckor {year}, alltså fler."
    ),
    "to_date.fewer": (
        "{what:name}: {count} till och med {last:year} mot {before} samma veckor {year}, alltså färre."
    ),
    "to_date.numbers": "{what:name}: {count} till och med {last:year} mot {before} samma veckor {year}.",
    "to_date.not": (
        "{what:name}: året hittills jämförs inte med {year}, eftersom uppgifter saknas för {missing:year}."
    ),
    "trend.same": "{what:name}: ingen säker skillnad mot {year} till och med {last}",
    "trend.more": "{what:name}: fler än {year} till och med {last}",
    "trend.fewer": "{what:name}: färre än {year} till och med {last}",
    "trend.numbers": "{what:name}: {count} till och med {last}, {before} samma veckor {year}",
    "trend.not": "{what:name} per vecka",
}

# "about" follows gällde and om; "plural" stands for many of them; "the" for those just spoken of.
_FORMS = {
    "total": ("alla brott och händelser", "anmälningar", "anmälningarna"),
    "violence": ("våldsbrott", "våldsbrott", "våldsbrotten"),
    "vandalism": ("skadegörelse", "skadegörelser", "skadegörelserna"),
    "theft": ("stöld", "stölder", "stölderna"),
    "fraud": ("bedrägeri", "bedrägerier", "bedrägerierna"),
    "fraud_all": ("bedrägeri eller bidragsbrott", "bedrägerier", "bedrägerierna"),
    "benefit_fraud": ("bidragsbrott", "bidragsbrott", "bidragsbrotten"),
    "identity_misuse": ("olovlig identitetsanvändning", "fall av olovlig identitetsanvändning",
                        "fallen av olovlig identitetsanvändning"),
    "other": ("övriga brott", "övriga brott", "de övriga brotten"),
    "rest": ("annat som inte särredovisas", "övriga anmälningar", "de övriga anmälningarna"),
    "fraud.other": ("övriga bedrägerier", "övriga bedrägerier", "de övriga bedrägerierna"),
}  # fmt: skip


def _kind(name: str) -> tuple[str, str, str]:
    """Telefonbedrägeri, and every other kind that ends alike."""
    low = name[:1].lower() + name[1:]
    return low, f"{low}er", f"{low}erna"


def _nouns() -> dict[str, dict[str, str]]:
    words = {"month": "månad", "period": "period", "week": "vecka", "easter": "påsken", "christmas": "julen"}
    words |= {"midsummer": "midsommar", "all_saints": "alla helgons dag"}
    nouns = {code: {"name": word} for code, word in (words | STARTS).items()}
    for code, category in categories().items():
        about, plural, the = _FORMS.get(code) or _kind(category.sv)
        nouns[code] = {"name": category.sv, "about": about, "plural": plural, "the": the}
    return nouns


SWEDISH = Words("sv", HEADLINES | TEMPLATES | CAUSES | MEETING | SINCE, _nouns(), ("inga", "ingen"))
