from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import settings as hypothesis
from hypothesis import strategies as st
from scipy import stats

from crimestats.analysis.negative_binomial import at_least, quantile

means = st.floats(0.005, 5000)
dispersions = st.floats(1.01, 30)


@given(means, dispersions, st.integers(0, 8000))
@hypothesis(max_examples=150, deadline=None)
def test_tail_equals_scipy(mean: float, dispersion: float, count: int) -> None:
    known = stats.nbinom.sf(count - 1, mean / (dispersion - 1), 1 / dispersion)
    assert float(at_least(count, mean, dispersion * mean)) == pytest.approx(known, rel=1e-6, abs=1e-13)


@given(means, dispersions, st.sampled_from([0.05, 0.5, 0.95, 0.99, 0.995]))
@hypothesis(max_examples=150, deadline=None)
def test_quantile_is_the_smallest_count_that_reaches_the_probability(
    mean: float, dispersion: float, q: float
) -> None:
    u = quantile(q, np.array([mean]), np.array([mean * dispersion]))[0]
    size, success = mean / (dispersion - 1), 1 / dispersion
    assert stats.nbinom.cdf(u, size, success) >= q - 1e-9
    assert u == 0 or stats.nbinom.cdf(u - 1, size, success) < q + 1e-9


def test_without_extra_variance_it_is_poisson() -> None:
    mean = np.array([0.3, 4.0, 30.0])
    np.testing.assert_array_equal(quantile(0.99, mean, mean), stats.poisson.ppf(0.99, mean))
    np.testing.assert_allclose(at_least([1, 9, 45], mean, mean), stats.poisson.sf([0, 8, 44], mean))


def test_what_is_not_known_stays_so() -> None:
    assert np.isnan(quantile(0.95, np.array([np.nan, 3.0]), np.array([np.nan, 3.0]))).tolist() == [
        True,
        False,
    ]
    assert np.isnan(at_least([np.nan, 3, 0], [3, np.nan, np.nan], [3, np.nan, np.nan])).all()


def test_at_least_none_is_certain() -> None:
    assert float(at_least(0, 4.0, 9.0)) == 1
