from __future__ import annotations

import base64
from html.parser import HTMLParser

from hypothesis import given, settings
from hypothesis import strategies as some

from crimestats.charts.model import Table
from crimestats.charts.sparkline import sparkline, swatch
from crimestats.charts.theme import DARK, LIGHT
from ui import html
from ui.components import brand, empty_state, headline, notice


class Reader(HTMLParser):
    """Every tag and all the text of a piece of HTML."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.words = ""
        self.feed(source)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)

    def handle_data(self, data):
        self.words += data


@settings(max_examples=60)
@given(some.text(some.characters(exclude_categories=["Cs", "Cc"]), max_size=40))
def test_words_stay_words(words):
    for source in (
        headline(words, words, [words]),
        notice(words),
        empty_state(words, words),
        html.text(words),
    ):
        read = Reader(source)
        assert set(read.tags) <= {"div", "h1", "p", "section"}
        assert words in read.words


def test_attributes_are_escaped_and_false_ones_left_out():
    assert html.tag("p", "x", title='"><b>', class_="a", hidden=False, open=True, id_=None) == (
        '<p title="&quot;&gt;&lt;b&gt;" class="a" open>x</p>'
    )


def test_a_table_has_caption_heads_and_a_place_of_its_own():
    source = html.data_table(Table("Antal", ("Vecka", "Antal"), (("v. 43", "4"),), (("v. 43", 4),)), "sv")
    assert 'role="group"' in source
    assert 'tabindex="0"' in source
    assert "<caption>Antal</caption>" in source
    assert source.count('scope="col"') == 2


def test_a_drawing_becomes_an_image_in_the_readers_colours():
    for dark, colours in ((False, LIGHT), (True, DARK)):
        source = html.svg_image(
            sparkline([1, 2, 3], [1, 1, 1], [2, 2, 2], "total", label="x", marks=[2]),
            "<alt>",
            dark=dark,
            class_="c",
        )
        data = source.split("base64,")[1].split('"')[0]
        svg = base64.b64decode(data).decode()
        assert "var(" not in svg
        assert colours.band in svg
        assert 'xmlns="http://www.w3.org/2000/svg"' in svg
        assert 'alt="&lt;alt&gt;"' in source


def test_a_sample_of_a_line_says_nothing_aloud():
    assert html.svg_image(swatch("theft"), "", dark=False, class_="c").endswith('alt="">')


def test_the_brand_carries_the_language_and_makes_room_for_long_names():
    short, long = brand("Ed", "en"), brand("Upplands Väsby och Sigtuna kommuner tillsammans", "sv")
    assert 'data-lang="en"' in short
    room = [float(source.split("--brand: ")[1].split("rem")[0]) for source in (short, long)]
    assert room[0] < room[1] <= 22
