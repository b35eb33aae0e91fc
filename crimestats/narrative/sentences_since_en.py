"""The English wording of new levels, changed figures and decisions, as ``sentences_since_sv.py``."""

SINCE = {
    "shift.up": (
        "Since {week:year}, {what:the} have been at a higher level: {now} a week, against {before} expected "
        "at the old level."
    ),
    "shift.down": (
        "Since {week:year}, {what:the} have been at a lower level: {now} a week, against {before} expected "
        "at the old level."
    ),
    "since_text": "Since the text about {weeks:year} was written, figures have changed: {items}.",
    "since_text.own": "Since the text about these weeks was written, figures have changed: {items}.",
    "item.since": "{what:plural} from {then} to {now}",
    "decisions": (
        "The steering group has {open!w:decision that is not finished|decisions that are not finished}; none "
        "is past its day."
    ),
    "decisions.late": (
        "The steering group has {open!w:decision that is not finished|decisions that are not finished}, and "
        "{late!w:one is|# are} past the day set."
    ),
}
