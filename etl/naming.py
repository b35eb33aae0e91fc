"""Categories for the labels of a table; unknown ones are asked about once, their figures held back."""

from __future__ import annotations

from dataclasses import dataclass, replace

from crimestats.categories import categories
from etl import names
from etl.grid import Place, address, shown
from etl.notes import Notes, quoted
from etl.problems import ERROR, QUESTION, WARNING, Problem

SKIP = "skip"
_NEAR = 12


@dataclass
class _Unknown:
    place: Place
    answer: str
    figures: int = 0


class Namer:
    """Resolves the labels of one table."""

    def __init__(self, notes: Notes) -> None:
        self.notes = notes
        self._unknown: dict[str, _Unknown] = {}

    def resolve(self, label: str, place: Place, figure: Place, group: str = "") -> names.Name | None:
        """The category of the figure at a place whose label stands at another; None holds the figure back.

        ``group``: the heading above the label.
        """
        name = names.within_group(label, group) if group else self._name(label, place)
        if name.code:
            self.notes.mark(place, "category")
            if name.footnote:
                self.notes.say_text(WARNING, "footnote_removed", place, label)
            return name
        if label not in self._unknown:
            question = self._question(label, place, 0)
            self._unknown[label] = _Unknown(place, self.notes.options.answers.to(question))
            self.notes.roles[place] = "question" if name.suggestion else "fault"
        unknown = self._unknown[label]
        unknown.figures += 1
        if unknown.answer in ("", SKIP):
            self.notes.mark(figure, "ignored" if unknown.answer else "question")
            return None
        return replace(name, code=unknown.answer)

    def _name(self, label: str, place: Place) -> names.Name:
        """The category by its own words, else by those of the category that it stands under."""
        name = names.category(label)
        if name.code == "other" and self._closes_kinds(place):
            return names.under(label, self._parent(place, (-1, 0)))
        if name.code or not label.strip():
            return name
        parent = self._parent(place, (-1, 0)) or self._parent(place, (0, -1))
        under = names.under(label, parent) if parent else name
        return under if under.code else name

    def _closes_kinds(self, place: Place) -> bool:
        """Whether "Övrigt" stands between kinds of a category and the next one: then it is a kind too."""
        row, column = place
        before, after = (names.category(shown(self.notes.sheet.at(row + n, column))).code for n in (-1, 1))
        kind, following = categories().get(before), categories().get(after)
        return bool(kind and kind.parent and following and following.top and not following.parent)

    def _parent(self, place: Place, step: Place) -> str:
        """The nearest category above, or to the left, of which a label can name a kind."""
        row, column = place
        for _ in range(_NEAR):
            row, column = row + step[0], column + step[1]
            if row < 0 or column < 0:
                break
            text = shown(self.notes.sheet.at(row, column))
            if code := names.stands_alone(text):
                return code
        return ""

    def finish(self) -> None:
        """Note one problem per unknown label, at the first cell that bears it, with its number of figures."""
        for label, unknown in self._unknown.items():
            if not unknown.answer:
                self.notes.add(self._question(label, unknown.place, unknown.figures), unknown.place)
                continue
            self.notes.roles[unknown.place] = "ignored" if unknown.answer == SKIP else "category"
            self.notes.problems.append(self._answered(label, unknown))

    def _answered(self, label: str, unknown: _Unknown) -> Problem:
        """The remark on an answer, given now or remembered; it can be answered anew."""
        question = self._question(label, unknown.place, unknown.figures)
        left_out = unknown.answer == SKIP
        about = {"count": unknown.figures} if left_out else {"category": unknown.answer}
        when = "earlier" if self.notes.options.answers.from_before(question) else "now"
        return replace(
            question,
            level=WARNING,
            code="category_left_out" if left_out else "category_mapped",
            values={"text": quoted(label), **about, "answered": when},
        )

    def _question(self, label: str, place: Place, figures: int) -> Problem:
        near = names.category(label).suggestion
        others = [code for code, category in categories().items() if not category.derived and code != near]
        values: dict[str, object] = {"text": quoted(label), "count": figures}
        return Problem(
            level=QUESTION if near else ERROR,
            code="category_near" if near else "category_unknown" if label.strip() else "category_missing",
            sheet=self.notes.sheet.name,
            cell=address(*place),
            values={**values, "category": near} if near else values,
            label=label.strip(),
            answers=(near, *others, SKIP) if near else (*others, SKIP),
        )
