"""DfE's dashboard has 68 metrics: each has ours or a sentence why not, and stands in the outcome where DfE shows it."""

import re

from indicators.comparison import dashboard_metrics
from indicators.comparison.dashboard_metrics import all_metrics
from indicators.engine.frameworks import NATIONAL

METRICS = 68
SENTENCE = re.compile(r"[A-Z][^.]{20,}\.")


def test_there_are_68_each_once_in_the_order_of_the_framework():
    assert len({(metric.national, metric.title) for metric in all_metrics()}) == len(all_metrics()) == METRICS
    order = list(NATIONAL)
    places = [order.index(metric.national) for metric in all_metrics()]
    assert places == sorted(places)


def test_each_has_ours_or_a_sentence_why_not():
    for metric in all_metrics():
        assert (metric.indicator is None) == bool(SENTENCE.fullmatch(metric.why_not)), metric.title
        assert not metric.differs or (metric.indicator and SENTENCE.match(metric.differs)), metric.title


def test_ours_stands_in_the_outcome_in_which_dfe_shows_it():
    measured = [metric for metric in all_metrics() if metric.indicator]
    elsewhere = [metric.measured_by for metric in measured if metric.indicator.argument.national != metric.national]
    assert len(measured) > 30 and elsewhere == []


def test_what_it_is_compared_with_is_named_or_the_file_that_is_not_read():
    for metric in all_metrics():
        assert metric.file and (metric.measure is not None) != metric.comparator.startswith("Not read here"), (
            metric.title
        )
    assert sum(metric.measure is not None for metric in all_metrics()) > 40


def test_a_metric_that_names_nothing_is_refused(monkeypatch):
    import pytest

    from data.errors import Mendable

    written = {"national": "safe", "domain": "A theme", "title": "A metric", "file": "a.csv"}
    for wrong, says in (
        ({"national": "outcome 2", "why_not": "So."}, "national is 'outcome 2'"),
        ({"measured_by": "no_such"}, "measured_by is 'no_such'"),
        ({"why_not": "So.", "published": "none.at_all"}, "published is 'none.at_all'"),
        ({}, "write either measured_by"),
        ({"measured_by": "re_referrals", "why_not": "So."}, "write either measured_by"),
    ):
        monkeypatch.setattr(dashboard_metrics, "_written", lambda wrong=wrong: {"metric": [{**written, **wrong}]})
        with pytest.raises(Mendable, match=rf"metric 1 \(A metric\): {says}"):
            all_metrics.__wrapped__()
