"""Text files, and what the names of files and sheets say."""

from __future__ import annotations

from tests.etl.sheets.numbered import (
    FOUR,
    NAMES,
    THEFT,
    TOTAL,
    VANDALISM,
    VIOLENCE,
    WEEKS,
    Content,
    Numbers,
    sheet,
    weeks,
)


@sheet("csv float text", file="f.csv")
def _(at: Numbers) -> Content:
    return "År;Vecka;Brottstyp;Antal\n" + "\n".join(
        f"2021.0;{w}.0;{NAMES[c]};{at.one(c, w)}.0" for w in WEEKS for c in FOUR
    )


@sheet("csv float text comma", file="f.csv")
def _(at: Numbers) -> Content:
    return "År;Vecka;Brottstyp;Antal\n" + "\n".join(
        f"2021,0;{w},0;{NAMES[c]};{at.one(c, w)},0" for w in WEEKS for c in FOUR
    )


@sheet("csv serial dates", file="f.csv")
def _(at: Numbers) -> Content:
    d = {43: 44494, 44: 44501, 45: 44508, 46: 44515}
    return "Datum;Brottstyp;Antal\n" + "\n".join(
        f"{d[w]};{NAMES[c]};{at.one(c, w)}" for w in WEEKS for c in FOUR
    )


@sheet("csv preamble, quoted newline, trailing seps", file="x.csv")
def _(at: Numbers) -> Content:
    return (
        'Rapport från DurTvå;;;\n"Uttag\n2021-11-29";;;\n;;;\nÅr;Vecka;"Vålds-\nbrott";Stöld;\n'
        + "\n".join(f"2021;{w};{at.one(VIOLENCE, w)};{at.one(THEFT, w)};" for w in WEEKS)
        + "\n;;;;\nKälla: Polisen;;;;\n"
    )


@sheet("csv thin spaces", file="x.csv")
def _(at: Numbers) -> Content:
    return "Vecka;Totalt\n" + "\n".join(
        f"2021-W{w};{at.one(TOTAL, w):,}".replace(",", "\u2009") for w in WEEKS
    )


@sheet("file name oktober", file="Statistik oktober 2021.xlsx", warns=("period_differs",))
def _(at: Numbers) -> Content:
    return [["Brottstyp", *weeks()], *[[NAMES[c], *at.row(c, WEEKS)] for c in FOUR]]


@sheet("csv semicolon comma decimals, tab twin", file="a.txt")
def _(at: Numbers) -> Content:
    return "Vecka\tVåld\tStöld\n" + "\n".join(
        f"2021-W{w}\t{at.one(VIOLENCE, w)}\t{at.one(THEFT, w)}" for w in WEEKS
    )


@sheet("csv pipe", file="a.csv")
def _(at: Numbers) -> Content:
    return "Vecka|Våld|Stöld\r" + "\r".join(
        f"2021-W{w}|{at.one(VIOLENCE, w)}|{at.one(THEFT, w)}" for w in WEEKS
    )


@sheet("csv sep=;", file="a.csv")
def _(at: Numbers) -> Content:
    return "sep=;\r\nVecka;Våld;Stöld\r\n" + "\r\n".join(
        f"2021-W{w};{at.one(VIOLENCE, w)};{at.one(THEFT, w)}" for w in WEEKS
    )


@sheet("csv utf16", file="a.csv")
def _(at: Numbers) -> Content:
    return (
        "Vecka\tVåld\tStöld\n"
        + "\n".join(f"2021-W{w}\t{at.one(VIOLENCE, w)}\t{at.one(THEFT, w)}" for w in WEEKS)
    ).encode("utf-16")


@sheet("csv cp1252", file="a.csv")
def _(at: Numbers) -> Content:
    return (
        "Vecka;Våld;Skadegörelse\n"
        + "\n".join(f"2021-W{w};{at.one(VIOLENCE, w)};{at.one(VANDALISM, w)}" for w in WEEKS)
    ).encode("cp1252")


@sheet("all cells quoted csv with spaces", file="a.csv")
def _(at: Numbers) -> Content:
    return '"Vecka" , "Våld" , "Stöld"\n' + "\n".join(
        f'"2021-W{w}" , "{at.one(VIOLENCE, w)}" , "{at.one(THEFT, w)}"' for w in WEEKS
    )


@sheet("area in filename", file="Munkedal 2021.xlsx")
def _(at: Numbers) -> Content:
    return [["Vecka", "Våld"], *[[w, at.one(VIOLENCE, w, area="Munkedal")] for w in WEEKS]]


@sheet("year in filename _21", file="statistik_v43-46_2021.xlsx")
def _(at: Numbers) -> Content:
    return [["Vecka", "Våld"], *[[w, at.one(VIOLENCE, w)] for w in WEEKS]]
