"""The Swedish headlines, the original (form: ``narrative/grammar.py``; rule: ``narrative/headline.py``)."""

HEADLINES = {
    "headline.nothing": "Inga uppgifter för {period:year}",
    "headline.partial": "Uppgifter saknas för {missing}; i övrigt gjordes {count:anmälan|anmälningar}",
    "headline.partial.weeks_of": "Uppgifter saknas för {missing}; {driver:the} var ovanligt många {weeks}",
    "headline.partial.weeks": "Uppgifter saknas för {missing}; anmälningarna var ovanligt många {weeks}",
    "headline.partial.mixed": "Uppgifter saknas för {missing}; enskilda brottstyper sticker ut {weeks}",
    "headline.unjudged": "{period:year} gjordes {count:anmälan|anmälningar}",
    "headline.unjudged.weeks_of": (
        "{period:year} gjordes {count:anmälan|anmälningar}; {driver:the} var ovanligt många {weeks}"
    ),
    "headline.unjudged.weeks": "{period:year} gjordes {count:anmälan|anmälningar}, ovanligt många {weeks}",
    "headline.unjudged.mixed": (
        "{period:year} gjordes {count:anmälan|anmälningar}; enskilda brottstyper sticker ut {weeks}"
    ),
    "headline.usual": "En vanlig {span}",
    "headline.usual~2": "Antalet anmälningar var inom det vanliga",
    "headline.usual~3": "Ungefär så många anmälningar som vanligt",
    "headline.usual.weeks_of": "En vanlig {span}, utom {weeks} då {driver:the} var ovanligt många",
    "headline.usual.weeks_of~2": "Vanligt antal anmälningar, men {driver:the} var ovanligt många {weeks}",
    "headline.usual.weeks": "En vanlig {span}, utom {weeks} då anmälningarna var ovanligt många",
    "headline.usual.most_of": (
        "Antalet anmälningar var som helhet vanligt, men {driver:the} var ovanligt många {weeks}"
    ),
    "headline.usual.most": "Antalet anmälningar var som helhet vanligt, men ovanligt högt {weeks}",
    "headline.usual.watch": "En vanlig {span}, men {driver:the} var fler än vanligt",
    "headline.usual.alarm": "En vanlig {span}, men {driver:the} var ovanligt många",
    "headline.above": "{start}",
    "headline.above.of": "{start}, framför allt {driver:plural}",
    "headline.above.behind": "{start}: {driver:the} {weeks} ligger bakom",
    "headline.above.weeks_of": "{start}, särskilt {driver:plural} {weeks}",
    "headline.above.weeks": "{start}, särskilt {weeks}",
    "headline.above.also_of": "{start}; {driver:the} var ovanligt många {weeks}",
    "headline.mixed": "{start}; enskilda brottstyper sticker ut {weeks}",
    "headline.below": "Färre anmälningar än vanligt",
    "headline.below.watch": "Färre anmälningar än vanligt, men {driver:the} var fler än vanligt",
    "headline.below.alarm": "Färre anmälningar än vanligt, men {driver:the} var ovanligt många",
    "headline.below.weeks_of": "Färre anmälningar än vanligt, men {driver:the} var ovanligt många {weeks}",
    "headline.below.weeks": "Färre anmälningar än vanligt, men ovanligt många {weeks}",
    "line.range": "{count:anmälan|anmälningar}, vanligt {range}",
    "line.count": "{count:anmälan|anmälningar}",
}

# How a headline begins: the verdict on the whole.
STARTS = {
    "level.watch": "fler anmälningar än vanligt",
    "level.alarm": "ovanligt många anmälningar",
    "level.below": "färre anmälningar än vanligt",
    "a.month": "en vanlig månad",
    "a.period": "en vanlig period",
    "a.week": "en vanlig vecka",
}
