"""What a meeting saw, as JSON and back, field by field: a frozen slide draws as it did."""

from __future__ import annotations

import json
import types
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from crimestats.reporting.meeting.model import Seen
from crimestats.weeks import IsoWeek, parse_week

# The form of the JSON; a later program reads all earlier forms.
FORM = 1
_READERS: dict[type, Callable[[str], object]] = {
    IsoWeek: parse_week,
    datetime: datetime.fromisoformat,
    date: date.fromisoformat,
}


def freeze(seen: Seen) -> str:
    """What was seen, as JSON."""
    return json.dumps({"form": FORM, "seen": to_data(seen)}, ensure_ascii=False)


def thaw(body: str) -> Seen:
    """The inverse of :func:`freeze`.

    Raises:
        ValueError: when it was written in a form that this program does not know.
    """
    held = json.loads(body)
    if held["form"] != FORM:
        raise ValueError(f"form {held['form']}")
    seen: Seen = from_data(Seen, held["seen"])
    return seen


def to_data(value: Any) -> Any:
    """A dataclass as plain JSON values; what equals its default is left out."""
    if is_dataclass(value) and not isinstance(value, type | IsoWeek):
        return {
            field.name: to_data(held)
            for field in fields(value)
            if (held := getattr(value, field.name)) != field.default
        }
    if isinstance(value, tuple | list):
        return [to_data(one) for one in value]
    if isinstance(value, IsoWeek):
        return str(value)
    return value.isoformat() if isinstance(value, date | datetime) else value


def from_data(kind: Any, data: Any) -> Any:
    """A value of a type from what :func:`to_data` made of it."""
    if data is None:
        return None
    if kind in _READERS:
        return _READERS[kind](data)
    if is_dataclass(kind) and isinstance(kind, type):
        types_of = _types(kind)
        return kind(**{name: from_data(types_of[name], held) for name, held in data.items()})
    if get_origin(kind) is tuple:
        return _tuple(get_args(kind), data)
    if get_origin(kind) in (Union, types.UnionType):
        inner = [one for one in get_args(kind) if one is not type(None)]
        return from_data(inner[0], data) if len(inner) == 1 else data
    return data


def _tuple(inside: tuple[Any, ...], data: list[Any]) -> tuple[Any, ...]:
    if inside[-1] is Ellipsis:
        return tuple(from_data(inside[0], one) for one in data)
    return tuple(from_data(kind, one) for kind, one in zip(inside, data, strict=True))


@cache
def _types(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)
