"""The English wording: sentence for sentence the templates of ``sentences_sv.py``, by the same names."""

from __future__ import annotations

from crimestats.categories import categories
from crimestats.narrative.grammar import Words
from crimestats.narrative.sentences_causes_en import CAUSES
from crimestats.narrative.sentences_headline_en import HEADLINES, STARTS
from crimestats.narrative.sentences_meeting_en import MEETING
from crimestats.narrative.sentences_since_en import SINCE

TEMPLATES = {
    "subtitle.nothing": "{period} ({days}): no figures",
    "subtitle.partial": "{period} ({days}): {count:report|reports} in {reported!w} of {weeks!w} weeks",
    "subtitle.range": "{period} ({days}): {count:report|reports}, usually {range}",
    "subtitle.count": "{period} ({days}): {count:report|reports}",
    "total.nothing": "In {area} there are no figures for {period}.",
    "total.whole": "In {area}, {count:report was|reports were} made in {period}.",
    "total.whole.range": "In {area}, {count:report was|reports were} made in {period}; {range} is usual.",
    "total.whole.range~2": (
        "{period} had {count:report|reports} in {area}. Usual for {weeks!a:that week|those weeks} is {range}."
    ),
    "total.whole.range~3": "The number of reports in {area} in {period} was {count}; {range} is usual.",
    "total.partial": (
        "In {area}, {count:report was|reports were} made in the {reported!w:only week|# weeks} of {weeks!w} "
        "with figures."
    ),
    "total.partial.range": (
        "In {area}, {count:report was|reports were} made in the {reported!w:only week|# weeks} of {weeks!w} "
        "with figures; {range} is usual then."
    ),
    "verdict.usual": "That is within the usual range.",
    "verdict.usual~2": "It lies within the usual range.",
    "verdict.usual~3": "That keeps within the usual range.",
    "verdict.watch": "That is more than usual.",
    "verdict.alarm": "That is unusually many.",
    "verdict.below": "That is fewer than usual.",
    "excess": (
        "Of the {excess} beyond what was expected, most were {driver:plural}: there were {part} more than "
        "expected."
    ),
    "excess.alone": (
        "That is {excess} more than expected: there were {part} more {driver:plural}, and together the "
        "others were fewer than expected."
    ),
    "categories": "Of the reports, {items}.",
    "categories~2": "Among the reports, {items}.",
    "categories~3": "By type of crime, {items}.",
    "rest.with_fraud": "That leaves {left:report|reports}: {items}.",
    "rest.with_fraud~2": "What is left is {left:report|reports}: {items}.",
    "rest.with_fraud~3": "The rest is {left:report|reports}: {items}.",
    "rest.only_fraud": "Of the reports, {items}.",
    "rest.plain": "That leaves {left:report|reports} not itemised.",
    "rest.undivided": "The reports are not divided by type of crime.",
    "category.watch": "For {what:about}, {range} is usual, so {count} is more than usual.",
    "category.alarm": "For {what:about}, {range} is usual, so {count} is unusually many.",
    "category.below": "For {what:about}, {range} is usual, so {count} is fewer than usual.",
    "categories.all_usual": "Each type of crime by itself is within its usual range.",
    "categories.all_usual~2": "No type of crime by itself departs from the usual range.",
    "categories.all_usual~3": "No type of crime stands out.",
    "categories.all_usual.whole": (
        "Over the period as a whole each type of crime is within the usual range."
    ),
    "categories.others_usual": "The other types of crime are within their usual range.",
    "peak": "{week} had {observed:report|reports}; {range} is usual.",
    "peak~2": "{week} had {observed:report|reports}, against the usual {range}.",
    "peak.category": "{week} had {observed:report|reports} of {what:about}; {range} is usual.",
    "drivers": "Of the {excess:one|#} beyond what was expected, {items}.",
    "drivers.all": "{excess:The only one|All #} beyond what was expected concerned {what:about}.",
    "drivers.less": (
        "That is {excess} more than expected: {items} beyond what was expected, while the rest were {short} "
        "below."
    ),
    "drivers.unknown": (
        "That is {excess} more than expected; the figures do not show which type of crime was behind it."
    ),
    "peak.kind": "There were {observed} {what:plural}, against an expected {expected}.",
    "peak.private.all": "In all {all} reports of {what:about} the injured party is a private person.",
    "peak.private.part": "In {n} of the {all} reports of {what:about} the injured party is a private person.",
    "peak.company.all": "In all {all} reports of {what:about} the injured party is a company.",
    "peak.company.part": "In {n} of the {all} reports of {what:about} the injured party is a company.",
    "peak.authority.all": "In all {all} reports of {what:about} the injured party is an authority.",
    "peak.authority.part": "In {n} of the {all} reports of {what:about} the injured party is an authority.",
    "counterfactual.usual": (
        "Without the {benefit:only report|# reports} of benefit fraud there would have been {without}, which "
        "is within the usual range ({range})."
    ),
    "counterfactual.above": (
        "Without the {benefit:only report|# reports} of benefit fraud there would have been {without}, still "
        "above the usual range ({range})."
    ),
    "fraud": (
        "Of the {all:only report|# reports} of fraud and benefit fraud, {benefit} concerned benefit fraud; "
        "without them there were {fraud}."
    ),
    "fraud.range": (
        "Of the {all:only report|# reports} of fraud and benefit fraud, {benefit} concerned benefit fraud; "
        "without them there were {fraud}, and {range} is usual."
    ),
    "fraud.range~2": (
        "Without benefit fraud, the fraud reports were {fraud}; {range} is usual. With the "
        "{benefit:one report|# reports} of benefit fraud that makes {all}."
    ),
    "fraud.kinds": "The most common kinds of fraud were {items}.",
    "fraud.parties": "The injured party was {items}.",
    "changes.same": "The difference from {items} is no larger than what chance tends to give.",
    "changes.same~2": "Compared with {items}, the difference is no larger than chance usually gives.",
    "changes.same~3": "From {items} it differs no more than chance usually gives.",
    "before.same": (
        "The period before, {other}, had {before:report|reports}; the difference is no larger than what "
        "chance tends to give."
    ),
    "before.more": (
        "The number is higher than in the period before, {other}, which had {before:report|reports}."
    ),
    "before.fewer": (
        "The number is lower than in the period before, {other}, which had {before:report|reports}."
    ),
    "before.numbers": "The period before, {other}, had {before:report|reports}.",
    "before.rate.same": (
        "The period before, {other}, had {weeks_before!w:week|weeks}, so the comparison is made per week: "
        "{rate} reports now against {rate_before} then, a difference that chance tends to give."
    ),
    "before.rate.more": (
        "The period before, {other}, had {weeks_before!w:week|weeks}, so the comparison is made per week: "
        "{rate} reports now against {rate_before} then, that is, more."
    ),
    "before.rate.fewer": (
        "The period before, {other}, had {weeks_before!w:week|weeks}, so the comparison is made per week: "
        "{rate} reports now against {rate_before} then, that is, fewer."
    ),
    "before.rate.numbers": (
        "The period before, {other}, had {weeks_before!w:week|weeks}, so the comparison is made per week: "
        "{rate} reports now against {rate_before} then."
    ),
    "year.same": (
        "{weeks!a:The same week|The same weeks} of {year} had {before:report|reports}; that difference is no "
        "larger than what chance tends to give."
    ),
    "year.more": (
        "{weeks!a:The same week|The same weeks} of {year} had {before:report|reports}, fewer than now."
    ),
    "year.fewer": (
        "{weeks!a:The same week|The same weeks} of {year} had {before:report|reports}, more than now."
    ),
    "year.numbers": "{weeks!a:The same week|The same weeks} of {year} had {before:report|reports}.",
    "year.w53": "{unmatched} has no partner the year before and is compared with the mean of {mean_of:year}.",
    "not_compared.before": (
        "No comparison is made with the period before, {other:year}: figures are missing for {missing:year}."
    ),
    "not_compared.year": (
        "No comparison is made with the same weeks of the year before: figures are missing for "
        "{missing:year}."
    ),
    "missing": (
        "Figures are missing for {weeks}; that does not mean that the number was zero, and the period is not "
        "compared with others."
    ),
    "missing_category": "Figures on {what:about} are missing for {weeks}.",
    "preliminary": "{weeks} {n!a:is|are} preliminary: more reports may be added.",
    "revised": "The figures for {weeks} have changed since they were first delivered.",
    "parts_above_total": (
        "The itemised types of crime are together {over} more than the total; check the figures."
    ),
    "too_short": (
        "The record holds {weeks:week|weeks} before the period. To say what is usual, at least {need} are "
        "needed."
    ),
    "level_only": (
        "The record holds {weeks:week|weeks} before the period, so what is usual is reckoned without regard "
        "to the season."
    ),
    "total_is_sum": "The total is the sum of the itemised types of crime, since no total was delivered.",
    "sample": "The figures are sample data that come with the program.",
    "calendar": "The period includes {items}.",
    "calendar.measures": "Under way during the period: {items}.",
    "moved": "{holiday} fell in {now:year} but {then:year}, which affects the comparison between the years.",
    "item.about": "{n} concerned {what:about}",
    "item.of": "{n} of {what:about}",
    "item.else": "{n} concerned other matters",
    "item.change_before": "the period before ({other}, {before:report|reports})",
    "item.change_year": "{weeks!a:the same week|the same weeks} of {year} ({before:report|reports})",
    "item.kind": "{what:about} ({n})",
    "item.private": "a private person in {n:case|cases}",
    "item.company": "a company in {n:case|cases}",
    "item.authority": "an authority in {n:case|cases}",
    "item.event": "{name} ({weeks})",
    "title.calm": "Reports per week: no unusual week in {period}",
    "title.peak": "Reports per week: a peak in {weeks}",
    "title.peak_of": "Reports per week: a peak in {weeks}, driven by {driver:about}",
    "title.peaks": "Reports per week: peaks in {weeks}",
    "title.peaks_of": "Reports per week: peaks in {weeks}, driven by {driver:about}",
    "title.unjudged": "Reports per week",
    "fraud_title.nothing": "Fraud: no figures for {period:year}",
    "fraud_title.none": "Fraud: {count:report|reports} in {period:year}",
    "fraud_title.below": "Fewer fraud reports than usual in {period:year}",
    "fraud_title.usual": "Fraud reports were within the usual range in {period:year}",
    "fraud_title.watch": "More fraud reports than usual in {period:year}",
    "fraud_title.alarm": "Unusually many fraud reports in {period:year}",
    "fraud_whole": "There {count!a:was|were} {count:report|reports} of {what:about} in {period}.",
    "fraud_whole.range": (
        "There {count!a:was|were} {count:report|reports} of {what:about} in {period}; {range} is usual."
    ),
    "to_date.same": (
        "{what:name}: {count} up to {last:year} against {before} in the same weeks of {year}; the difference "
        "is no larger than what chance tends to give."
    ),
    "to_date.more": (
        "{what:name}: {count} up to {last:year} against {before} in the same weeks of {year}, that is, more."
    ),
    "to_date.fewer": (
        "{what:name}: {count} up to {last:year} against {before} in the same weeks of {year}, that is, fewer."
    ),
    "to_date.numbers": "{what:name}: {count} up to {last:year} against {before} in the same weeks of {year}.",
    "to_date.not": (
        "{what:name}: the year so far is not compared with {year}, since figures are missing for "
        "{missing:year}."
    ),
    "trend.same": "{what:name}: no clear difference from {year} up to {last}",
    "trend.more": "{what:name}: more than in {year} up to {last}",
    "trend.fewer": "{what:name}: fewer than in {year} up to {last}",
    "trend.numbers": "{what:name}: {count} up to {last}, {before} in the same weeks of {year}",
    "trend.not": "{what:name} per week",
}

# "about" follows of and concerned; "plural" stands for many reports of it.
_ABOUT = {
    "total": "all kinds",
    "fraud_all": "fraud or benefit fraud",
    "fraud.other": "other fraud",
    "other": "other crime",
    "rest": "matters not itemised",
}
_PLURAL = {
    "total": "reports",
    "fraud_all": "fraud reports",
    "rest": "other reports",
    "other": "other reports",
}


def _nouns() -> dict[str, dict[str, str]]:
    words = {code: code for code in ("month", "period", "week", "midsummer")}
    words |= {"easter": "Easter", "christmas": "Christmas", "all_saints": "All Saints’ Day"}
    nouns = {code: {"name": word} for code, word in (words | STARTS).items()}
    for code, category in categories().items():
        about = _ABOUT.get(code) or category.en[:1].lower() + category.en[1:]
        plural = _PLURAL.get(code) or f"{about} reports"
        nouns[code] = {"name": category.en, "about": about, "plural": plural, "the": f"the {plural}"}
    return nouns


ENGLISH = Words("en", HEADLINES | TEMPLATES | CAUSES | MEETING | SINCE, _nouns(), ("no", "none"))
