"""Any authority of England as DfE published it: on the overview of an empty house, and on a page of its own."""

from contextlib import closing
from xml.etree import ElementTree

import pytest

from data.access import LOCAL_USER as LOCAL
from data.published.areas import authorities
from data.published.published_figures import edition_for
from data.store.store import Store
from indicators.comparison.comparators import comparator_named
from indicators.comparison.comparison import compare
from pages.kit.benchmarking.as_published import published_indicators
from pages.words.as_published import sign
from tests.pages.conftest import open_app, said, shown

MANCHESTER = "E08000003"


@pytest.fixture
def empty_house():
    with closing(Store.in_memory()) as nothing, shown(nothing):
        yield


def rows_of(app):
    """Return the rows of all tables of counts by their names."""
    rows = {}
    for html in app.get("html"):
        for row in ElementTree.fromstring(html.proto.body).findall(".//tbody/tr"):
            if cells := [cell.text for cell in row.findall("td")]:
                rows["".join(row.find("th").itertext())] = cells
    return rows


@pytest.mark.usefixtures("empty_house")
def test_the_overview_of_an_empty_house_shows_what_is_published():
    app = open_app(of=authorities()[MANCHESTER]["name"])
    assert "No month has been published yet" in said(app) and "published shares and rates Manchester has" in said(app)
    rows = rows_of(app)
    assert len(rows) == 41
    day, *years, sign, near, england = rows["Average caseload"]
    assert (day, years[-1], sign, near) == ("30 Sep 2025", "14.7", "● Better", "14.9")
    assert england and all(years)
    assert len(app.get("plotly_chart")) == 3  # the funnel, the years and the bars of one measure


@pytest.mark.usefixtures("empty_house")
def test_nothing_is_said_of_nought_figures_in_an_empty_house():
    told = said(open_app())
    assert "Of 0" not in told and "cannot be told yet" not in told


@pytest.mark.usefixtures("invented")
def test_an_authority_without_neighbours_is_set_beside_england():
    app = open_app("published", of=authorities()["E06000053"]["name"])
    assert "Isles of Scilly has" in said(app) and "England" in said(app)


def test_which_side_is_better_follows_what_is_good_of_the_measure(store):
    seen = set()
    near = comparator_named(store, "neighbours", MANCHESTER)
    for indicator, measure in published_indicators():
        if not edition_for(store, measure.name, MANCHESTER):
            continue
        latest = compare(store, LOCAL, indicator, MANCHESTER, near)[-1]
        own, others = (span and span.rounded(measure.decimals) for span in (latest.own.span, latest.average.span))
        seen.add(sign(latest))
        if own and others and own[0] == own[1] and others[0] == others[1] and own != others:
            is_higher, good = own[0] > others[0], indicator.argument.good
            better = "● Better" if is_higher == (good == "high") else "▲ Worse"
            assert sign(latest) == (better if good in ("high", "low") else "◆ Higher" if is_higher else "◆ Lower")
    assert seen >= {"● Better", "▲ Worse", "◆ Higher"}


def test_each_published_measure_stands_once():
    measures = [measure.name for _, measure in published_indicators()]
    assert len(measures) == len(set(measures)) > 41
