from __future__ import annotations

import numpy as np
import pytest

from crimestats.analysis.detection import Level, detect
from crimestats.analysis.fraud_spikes import FraudSpike, fraud_spikes
from crimestats.counts import WeeklyCounts
from crimestats.periods import Period
from tests.crimestats.analysis.records import noisy, record

T, AT = 300, 298


def town(
    *, private: int = 0, company: int = 0, benefit: int = 0, weeks: int = 1, parties: bool = True
) -> WeeklyCounts:
    """Fraud by kind and injured party, with extra reports in the ``weeks`` weeks from ``AT - 1`` on."""
    run = slice(AT - 1, AT - 1 + weeks)
    by = {"private": noisy(T, 4.0, 1, 1.2), "company": noisy(T, 1.0, 2, 1.2)}
    authority = noisy(T, 0.4, 3, 1.2)
    for counts, more in ((by["private"], private), (by["company"], company), (authority, benefit)):
        counts[run] = np.round(counts.mean()) + more
    phone = np.minimum(by["private"], noisy(T, 2.0, 4, 1.2))
    phone[run] = by["private"][run] - 1
    fraud = by["private"] + by["company"]
    series = {"fraud": fraud, "benefit_fraud": authority, "fraud_all": fraud + authority}
    series |= {"fraud.phone": phone, "fraud.other": fraud - phone}
    by_party = {("fraud", party): counts for party, counts in by.items()}
    by_party["benefit_fraud", "authority"] = authority
    return record(series, by_party=by_party if parties else {})


def spike(made: WeeklyCounts) -> FraudSpike:
    """The one run of unusual weeks among the newest ones."""
    [found] = fraud_spikes(made, detect(made), Period(made.weeks[AT - 2], made.weeks[T - 1]))
    return found


def test_many_private_persons_are_a_wave() -> None:
    found = spike(town(private=25))
    assert found.kind == "wave"
    assert found.parties_known
    assert found.shares["private"] > 0.9
    assert found.level == found.level_without == Level.ALARM
    assert [part.code for part in found.kinds_above] == ["fraud.phone"]


def test_one_authority_s_reports_are_a_batch_and_fraud_itself_is_usual() -> None:
    found = spike(town(benefit=25))
    assert found.kind == "batch"
    assert found.benefit is not None
    assert found.benefit.observed == 25
    assert (found.level, found.level_without) == (Level.ALARM, Level.USUAL)


def test_a_batch_is_known_also_where_the_file_does_not_say_who_was_injured() -> None:
    found = spike(town(benefit=25, parties=False))
    assert found.kind == "batch"
    assert not found.parties_known
    assert found.sides.keys() == {"authority"}


def test_a_wave_and_a_batch_in_one_week_are_mixed() -> None:
    found = spike(town(private=14, benefit=12))
    assert found.kind == "mixed"
    assert found.shares["private"] == pytest.approx(1 - found.shares["authority"], abs=0.1)


@pytest.mark.parametrize("made", [town(private=25, parties=False), town(company=25)])
def test_what_the_file_does_not_tell_or_only_companies_is_unknown(made: WeeklyCounts) -> None:
    assert spike(made).kind == "unknown"


def test_neighbouring_weeks_are_one_spike_whose_counts_add_up() -> None:
    made = town(private=25, weeks=3)
    found = spike(made)
    assert len(found.weeks) == 3
    assert found.whole.observed == made.series["fraud_all"][AT - 1 : AT + 2].sum()
    assert sum(part.observed for part in found.sides.values()) == found.whole.observed
    assert sum(part.observed for part in found.kinds) + (found.benefit.observed if found.benefit else 0) == (
        found.whole.observed
    )


def test_a_party_with_too_short_a_record_is_counted_but_carries_nothing() -> None:
    made = town(private=25)
    for counts in made.by_party.values():
        counts[: AT - 5] = np.nan
    found = spike(made)
    assert found.sides["private"].expected is None
    assert found.kind == "unknown"


def test_weeks_apart_are_two_spikes_newest_first() -> None:
    made = town(private=25)
    for code in ("fraud", "fraud_all"):
        made.series[code][AT - 40] += 30
    found = fraud_spikes(made, detect(made), Period(made.weeks[AT - 45], made.weeks[-1]))
    assert [one.weeks.first for one in found] == [made.weeks[AT - 1], made.weeks[AT - 40]]


def test_without_fraud_in_the_record_there_are_none() -> None:
    made = record({"theft": noisy(T, 4.0, 1)})
    assert fraud_spikes(made, detect(made)) == []
