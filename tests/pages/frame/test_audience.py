"""At most twelve measures stand first for each role; each exists, and each row says all that a row should."""

import re

import pytest

from data.access import LOCAL_USER as LOCAL
from data.invention import AUTHORITY
from indicators.comparison.averages import PUBLISHED
from indicators.comparison.comparators import comparator_named
from indicators.comparison.comparison import compare
from indicators.comparison.latest_published import latest_published
from indicators.engine.catalogue import SERVICES, all_indicators, indicator_called
from indicators.engine.frameworks import OFSTED
from pages.kit.frame.audience import MOST, WRITTEN, Audience, all_audiences, compared_by
from tests.pages.conftest import headline_figures, measure_rows, open_app, said

ON_RECORD = "re_referrals", "average_caseload", "cp_plans_two_years_or_more", "care_leavers_in_suitable_accommodation"


@pytest.mark.parametrize("role", all_audiences().values(), ids=list(all_audiences()))
def test_a_role_has_few_measures_and_each_exists(role: Audience):
    assert 5 <= len(role.measures) <= MOST == 12
    assert len(set(role.measures)) == len(role.measures)
    assert set(role.measures) <= set(all_indicators())


def test_there_is_a_director_a_member_an_analyst_and_a_head_of_each_service():
    assert list(all_audiences())[:3] == ["director", "member", "analyst"]
    assert set(all_audiences()) == {"director", "member", "analyst", *SERVICES}
    for service in SERVICES:
        first = all_audiences()[service].measures[0]
        assert indicator_called(first).service == service, WRITTEN.name


def test_the_latest_year_is_what_the_comparison_of_that_year_says(borough):
    asked = [indicator_called(name) for name in ON_RECORD]
    found = latest_published(borough, asked, AUTHORITY)
    for each in asked:
        near, whole = (
            compare(borough, LOCAL, each, AUTHORITY, comparator_named(borough, name, AUTHORITY))[-1]
            for name in ("neighbours", "england")
        )
        told = found[each.id]
        assert (told.as_at, told.neighbours.span, told.england.span) == (
            near.as_at,
            near.average.span,
            whole.average.span,
        )


def test_a_number_of_children_is_set_beside_nobody(borough):
    assert not latest_published(borough, [indicator_called("children_looked_after")], AUTHORITY)


def test_who_has_no_neighbours_is_still_beside_england(borough):
    found = latest_published(borough, [indicator_called("average_caseload")], "E99999999")["average_caseload"]
    assert found.neighbours.span is None and "E99999999" in found.neighbours.reason
    assert found.england.span is not None and found.england.name == PUBLISHED


def test_between_what_the_others_lie(borough):
    for each in (indicator_called(name) for name in ON_RECORD):
        latest = latest_published(borough, [each], AUTHORITY)[each.id]
        beside = comparator_named(borough, "neighbours", AUTHORITY)
        members = compare(borough, LOCAL, each, AUTHORITY, beside)[-1].members
        spans = [span for _, span in members if span is not None]
        assert latest.neighbours.span and latest.spread and latest.reach and latest.england.span
        assert min(span.low for span in spans) <= latest.spread.low <= latest.neighbours.span.low
        assert latest.neighbours.span.high <= latest.spread.high <= max(span.high for span in spans)
        assert latest.reach.low <= latest.england.span.low <= latest.reach.high, "England lies among its authorities"
        known = [span.low for span in spans if span.known]
        assert latest.reach.low <= min(known) <= max(known) <= latest.reach.high, "neighbours are authorities, too"


def test_a_number_is_compared_by_a_rate_that_counts_the_same():
    for number, rate in compared_by().items():
        counted, shared = indicator_called(number), indicator_called(rate)
        assert (counted.unit, shared.unit, counted.service) == ("count", "rate", shared.service)
    published = {each.id for each in all_indicators().values() if each.argument.published and each.unit == "count"}
    asked = {name for audience in all_audiences().values() for name in audience.measures}
    assert published & asked <= set(compared_by()), "each headline number that DfE publishes has a rate"


@pytest.mark.usefixtures("invented")
def test_each_row_is_beside_others_or_says_in_a_word_why_not():
    rows = {row["what"]: row for role in ("director", "early_help") for row in measure_rows(open_app(role=role))}
    assert {row["beside"] for row in rows.values() if "England" not in row["beside"]} == {"none published"}
    caseload = rows["Average caseload Workforce"]
    assert re.fullmatch(r"neighbours [\d.]+ · England 15\.2", caseload["beside"])
    assert "On 30 Sep 2025 the median of our statistical neighbours was" in caseload["does"]
    assert "not yet comparable" in caseload["does"]
    plans = rows["Children on a child protection plan Child protection"]
    assert re.fullmatch(r"321 children · [\d.]+ per 10,000", plans["figure"]) and "England" in plans["beside"]


@pytest.mark.usefixtures("invented")
def test_the_overview_is_shown_for_the_role_that_the_address_names():
    app = open_app("overview")
    assert len(headline_figures(app)) == 12 and app.selectbox(key="role").value == "director"
    assert "England (2025)" in said(app) and "90% or more ✗ missed" in said(app)
    app.selectbox(key="role").set_value("permanence").run()
    assert not app.exception
    titles = headline_figures(app)
    assert sorted(titles) == sorted(indicator_called(name).title for name in all_audiences()["permanence"].measures)


@pytest.mark.usefixtures("invented")
def test_rows_stand_in_the_groups_that_an_address_asks_for_with_what_changes_first_in_each():
    app = open_app(grouped="ofsted")
    table = next(part.proto.body for part in app.get("html") if "measure-row " in part.proto.body)
    parts = re.split(r'<tr role="row" class="measure-rows-group"><th [^>]*>(.*?)</th></tr>', table)[1:]
    groups = dict(zip(parts[::2], parts[1::2], strict=True))
    assert list(groups) == [title for title in OFSTED.values() if title in groups] and len(groups) > 2
    named = {area: re.findall(r"/indicator\?id=(\w+)", rows) for area, rows in groups.items()}
    assert all(
        OFSTED[indicator_called(name).argument.ofsted] == area for area, names in named.items() for name in names
    )
    assert sorted(name for names in named.values() for name in names) == sorted(all_audiences()["director"].measures)


@pytest.mark.usefixtures("invented")
def test_each_row_leads_to_its_own_page():
    bodies = "".join(element.proto.body for element in open_app("overview").get("html"))
    for name in all_audiences()["director"].measures:
        assert f'href="/indicator?id={name}&amp;month=2026-10&amp;authority=X09000001"' in bodies
