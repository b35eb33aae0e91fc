"""The files made to harm: name → file name, how to build it, and the codes that may refuse it."""

from __future__ import annotations

from collections.abc import Callable

from tests.etl.hostile import (
    BOOK,
    LAUGHS,
    MAIN,
    OLE,
    OUTSIDE,
    SHEET,
    STRINGS,
    STYLES,
    TYPES,
    altered,
    far_ods,
    flagged_as_encrypted,
    inflating,
    locked_xls,
    looping_xls,
    loops,
    many_parts,
    many_sheets,
    no_spreadsheet,
    part,
    repeated,
    sheet,
    traversing,
    with_strings,
    xls_of_many_sheets,
    zip_of_zips,
)  # fmt: skip
from tests.etl.make_fixtures import ACROSS, text_file, xlsx
from tests.etl.make_old import ODS, cell, ods, ods_of, packed, table, xls

Hostile = tuple[str, Callable[[], bytes], tuple[str, ...]]

_MB = 1 << 20
_ZEROS, _TEXT = bytes(_MB), b"x" * _MB
_INLINE = '<row r="1"><c r="A1" t="inlineStr"><is><t>'
_NAMED = '<definedName name="a">1</definedName>' * 1_000_000
_LIST = "<dataValidations>" + "<dataValidation/>" * 2_000_000 + "</dataValidations>"
_RANGES = '<conditionalFormatting sqref="' + "A1 " * 3_000_000 + '"/>'
_MERGE = '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
_LOCK = b"<x><manifest:encryption-data/></x>"


def _strings_bomb() -> bytes:
    return inflating(STRINGS, f"<sst {MAIN}><si><t>".encode(), _TEXT, 1500, altered({}, STRINGS))


def _amplified() -> bytes:
    strings = f"<sst {MAIN}><si><t>{'x' * 32_000}</t></si></sst>".encode()
    rows = "<row>" + '<c t="s"><v>0</v></c>' * 16_000 + "</row>"
    body = f"<worksheet {MAIN}><sheetData>{rows * 50}</sheetData></worksheet>".encode()
    return altered({STRINGS: strings, SHEET: body, TYPES: with_strings()})


def _long_list() -> bytes:
    return altered({f"xl/{'x' * 60_000}{n}": b"" for n in range(40)})


def _styles() -> bytes:
    return part(STYLES, f"<styleSheet {MAIN}><cellXfs>{'<xf/>' * 3_000_000}</cellXfs></styleSheet>")


WORKBOOKS: dict[str, Hostile] = {
    name: ("a.xlsx", build, codes)
    for name, build, *codes in (
        ("zip bomb", lambda: inflating("xl/media/b.bin", b"", _ZEROS, 1500, xlsx(ACROSS)), "file_inflates"),
        ("zip bomb of zips", zip_of_zips, "file_unknown"),
        ("zip of many parts", many_parts, "file_inflates"),
        ("zip with too long a list", _long_list, "file_inflates"),
        ("billion laughs", lambda: part(STRINGS, f"{LAUGHS}<sst>&a9;</sst>"), "file_entities"),
        ("billion laughs in the book", lambda: part(BOOK, f"{LAUGHS}<x>&a9;</x>"), "file_entities"),
        ("external entity", lambda: part(SHEET, f"{OUTSIDE}<worksheet>&a;</worksheet>"), "file_entities"),
        ("entity in utf-16",
         lambda: altered({SHEET: f"{OUTSIDE}<x>&a;</x>".encode("utf-16")}),
         "file_entities"),
        ("far cell",
         lambda: sheet('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
         "too_many_cells"),
        ("cell beyond the last", lambda: sheet('<row r="1"><c r="ZZZZZ99999999999"/></row>'), "file_broken"),
        ("giant shared string", _strings_bomb, "file_inflates"),
        ("giant string under the cap",
         lambda: sheet(_INLINE + "x" * 60 * _MB + "</t></is></c></row>"),
         "cell_too_long"),
        ("giant merge", lambda: sheet("", _MERGE), "too_many_cells"),
        ("countless cells", lambda: sheet("<row>" + "<c/>" * 4_000_000 + "</row>"), "too_many_cells"),
        ("countless rows", lambda: sheet("<row/>" * 4_000_000), "too_many_cells"),
        ("one text in many cells", _amplified, "file_too_heavy"),
        ("countless rules", lambda: sheet("", _LIST), "file_too_heavy"),
        ("countless ranges", lambda: sheet("", _RANGES), "file_too_heavy"),
        ("ten thousand sheets", many_sheets, "too_many_sheets"),
        ("styles bomb", _styles, "file_too_heavy"),
        ("names bomb",
         lambda: part(BOOK, f"<workbook><definedNames>{_NAMED}</definedNames></workbook>"),
         "file_too_heavy"),
        ("deep nesting",
         lambda: part(BOOK, "<a>" * 350_000 + "</a>" * 350_000), "file_broken",
         "file_too_heavy"),
        ("parts that lead in a circle", loops, "file_broken", "layout_unknown"),
        ("names that lead outside", traversing, "file_broken"),
        ("password, workbook",
         lambda: OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
         "file_encrypted"),
        ("password, parts", flagged_as_encrypted, "file_encrypted"),
        ("cut short", lambda: xlsx(ACROSS)[:-900], "file_broken"),
        ("cut to its head", lambda: xlsx(ACROSS)[:60], "file_broken"),
        ("empty", lambda: b"", "file_empty"),
        ("another zip", lambda: no_spreadsheet("word"), "file_unknown"),
        ("binary workbook",
         lambda: packed({"xl/workbook.bin": b"x", "[Content_Types].xml": b"<x/>"}),
         "file_xlsb"),
        ("a programme", lambda: b"\x7fELF\x02\x01\x01" + bytes(9) + bytes(range(1, 32)) * 90, "file_unknown"),
        ("csv named xlsx", lambda: text_file(ACROSS), "extension_of_text"),
    )
}  # fmt: skip
TEXTS: dict[str, Hostile] = {
    name: ("a.csv", build, codes)
    for name, build, *codes in (
        ("a picture named csv", lambda: b"\x89PNG\r\n\x1a\n" + bytes(99), "file_unknown"),
        ("csv with a zero byte", lambda: text_file(ACROSS).replace(b"4", b"\0", 1), "file_unknown"),
        ("csv of one long line", lambda: b"x" * 100 * _MB, "file_too_large"),
        ("csv of one long line under the cap", lambda: b"x" * 19 * _MB, "cell_too_long"),
        ("csv with an open quotation", lambda: b'"' + b"a;b\n" * 4_500_000, "cell_too_long"),
        ("csv of countless cells", lambda: b";" * 19 * _MB, "too_many_cells"),
        ("csv that slows a search for addresses", lambda: (b"a" * 32_000 + b"@;") * 200, "layout_unknown"),
        ("csv that slows a search for marks", lambda: (b"*" * 32_000 + b"x;1\n") * 200, "layout_unknown"),
        ("csv that slows a search for blanks", lambda: (b" " * 32_000 + b"x;1\n") * 200, "layout_unknown"),
        ("csv of countless lines", lambda: b"\n" * 19 * _MB, "too_many_cells"),
    )
}  # fmt: skip
OLD_WORKBOOKS: dict[str, Hostile] = {
    name: ("a.xls", build, codes)
    for name, build, *codes in (
        ("xls cut short", lambda: xls(ACROSS)[:1500], "file_broken"),
        ("xls of nothing", lambda: OLE + bytes(9000), "file_broken", "file_unknown"),
        ("xls with a password", locked_xls, "file_encrypted"),
        ("xls in a circle", looping_xls, "file_broken"),
        ("xls of many sheets", xls_of_many_sheets, "too_many_sheets"),
        ("xls that is a zip", lambda: xlsx(ACROSS), "extension_of_workbook"),
    )
}  # fmt: skip
OPEN_DOCUMENTS: dict[str, Hostile] = {
    name: ("a.ods", build, codes)
    for name, build, *codes in (
        ("ods bomb", lambda: inflating("Pictures/x", b"", _ZEROS, 1500, ods(ACROSS)), "file_inflates"),
        ("ods laughs", lambda: ods_of(table("B", "&a9;"), head=LAUGHS), "file_entities"),
        ("ods external entity", lambda: ods_of(table("B", "&a;"), head=OUTSIDE), "file_entities"),
        ("ods repeated cell", lambda: repeated(1_048_576, 16_384), "too_many_cells"),
        ("ods repeated beyond reason", lambda: repeated(10**15, 10**15), "too_many_cells"),
        ("ods far cells", far_ods, "too_many_cells"),
        ("ods giant string", lambda: ods_of(table("B", cell("x" * 60 * _MB))), "cell_too_long"),
        ("ods of many sheets",
         lambda: ods_of("".join(table(str(n), "") for n in range(10_000))),
         "too_many_sheets"),
        ("ods of countless rows",
         lambda: ods_of(table("B", "<table:table-row/>" * 4_500_000)),
         "file_too_heavy"),
        ("ods with a password",
         lambda: packed({"mimetype": ODS.encode(), "content.xml": b"?", "META-INF/manifest.xml": _LOCK}),
         "file_encrypted"),
        ("ods cut short", lambda: ods(ACROSS)[:-200], "file_broken"),
        ("ods without content", lambda: packed({"mimetype": ODS.encode()}), "file_unknown"),
    )
}  # fmt: skip
FILES: dict[str, Hostile] = {**WORKBOOKS, **TEXTS, **OLD_WORKBOOKS, **OPEN_DOCUMENTS}
