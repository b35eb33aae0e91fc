"""The month as JSON: the text, the tiles, and every fact with its evidence and the cells behind it.

The schema is stable: names are only added, and ``schema`` grows when the meaning of one changes.
"""

from __future__ import annotations

import json
from typing import Any

from crimestats.counts import Address
from crimestats.narrative.compose import Paragraph, Sentence
from crimestats.narrative.facts import Fact
from crimestats.narrative.lengths import one_line, one_paragraph
from crimestats.periods import Period
from crimestats.reporting.model import MonthReport, Tile

SCHEMA = 1


def to_json(report: MonthReport) -> str:
    """The whole report as one JSON object. Facts are numbered; sentences name theirs."""
    number = {id(fact): n for n, fact in enumerate(report.facts)}
    value: dict[str, Any] = {
        "schema": SCHEMA,
        "area": report.area,
        "period": _period(report.period) | {"name": report.period_name},
        "lang": report.lang,
        "as_of": report.as_of.isoformat() if report.as_of else None,
        "sample": report.sample,
        "headline": report.headline,
        "subtitle": report.subtitle,
        "notices": list(report.notices),
        "line": _sentence(one_line(report.facts, report.lang), number),
        "paragraph": [_sentence(one, number) for one in one_paragraph(report.facts, report.lang)],
        "paragraphs": [_paragraph(paragraph, number) for paragraph in report.narrative.paragraphs],
        "remarks": [_sentence(sentence, number) for sentence in report.narrative.remarks],
        "chart": {"title": report.chart.title, "sentence": report.chart.sentence},
        "tiles": [_tile(tile) for tile in report.tiles],
        "facts": [_fact(fact, n) for n, fact in enumerate(report.facts)],
        "source": report.source,
    }
    return json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def _period(period: Period) -> dict[str, str]:
    return {"from": str(period.first), "to": str(period.last)}


def _paragraph(paragraph: Paragraph, number: dict[int, int]) -> dict[str, Any]:
    sentences = [_sentence(sentence, number) for sentence in paragraph.sentences]
    return {"key": paragraph.key, "heading": paragraph.heading, "sentences": sentences}


def _sentence(sentence: Sentence, number: dict[int, int]) -> dict[str, Any]:
    facts = {number[id(fact)] for run in sentence.runs if (fact := run.fact) and id(fact) in number}
    own = {number[id(sentence.fact)]} if id(sentence.fact) in number else set()
    return {"text": sentence.plain, "facts": sorted(facts | own)}


def _tile(tile: Tile) -> dict[str, Any]:
    return {
        "category": tile.code,
        "name": tile.name,
        "count": tile.count,
        "range": tile.range_text,
        "verdict": tile.verdict,
        "note": tile.sub_text,
    }


def _fact(fact: Fact, n: int) -> dict[str, Any]:
    return {
        "id": n,
        "key": fact.key,
        "kind": fact.kind,
        "subject": fact.subject,
        "period": _period(fact.period),
        "unit": fact.unit,
        "rank": fact.rank,
        "numbers": dict(fact.numbers),
        "evidence": dict(fact.evidence),
        "addresses": [_address(address) for address in fact.addresses],
    }


def _address(address: Address) -> dict[str, Any]:
    return {
        "upload": address.upload_id,
        "file": address.file_name,
        "sheet": address.sheet,
        "cell": address.cell,
        "week": str(address.week),
        "category": address.category,
        "injured_party": address.injured_party,
        "count": address.count,
        "received_at": address.received_at.isoformat(),
    }
