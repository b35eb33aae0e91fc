"""The Swedish wording of new levels, changed figures and decisions, the original (``narrative/since.py``)."""

SINCE = {
    "shift.up": (
        "Sedan {week:year} ligger {what:the} på en högre nivå: {now} i veckan, mot {before} som väntades "
        "på den gamla nivån."
    ),
    "shift.down": (
        "Sedan {week:year} ligger {what:the} på en lägre nivå: {now} i veckan, mot {before} som väntades "
        "på den gamla nivån."
    ),
    "since_text": "Sedan texten om {weeks:year} skrevs har uppgifterna ändrats: {items}.",
    "since_text.own": "Sedan texten om de här veckorna skrevs har uppgifterna ändrats: {items}.",
    "item.since": "{what:plural} från {then} till {now}",
    "decisions": (
        "Styrgruppen har {open!w:ett beslut som inte är avslutat|# beslut som inte är avslutade}; "
        "tiden har inte gått ut för något."
    ),
    "decisions.late": (
        "Styrgruppen har {open!w:ett beslut som inte är avslutat|# beslut som inte är avslutade}, "
        "och tiden har gått ut för {late!w:ett|#}."
    ),
}
