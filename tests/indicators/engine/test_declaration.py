"""The door of the catalogue: an indicator that does not argue for itself is refused, naming its file."""

import pytest

from data.errors import Mendable
from data.published.dfe_publication import all_measures, measure_called
from data.store.trial import Trial
from indicators.engine.catalogue import all_indicators, indicator_called, read_beside, refuse_unknown_neighbours
from indicators.engine.declaration import read_indicators

FRONT = """/*
title       = "Open plans"
numerator   = "Plans"
denominator = "Plans"
unit        = "percent"
good        = "low"
why         = "Because."
source      = "Local"
national    = "safe"
ofsted      = "help_and_protection"
owner       = "Nobody"
review_by   = 2027-04-01
*/
"""
SAYS = FRONT.replace("review_by", "{}\nreview_by")
SQL = "select plan_id as subject, true as numerator, true as denominator from child_protection_plans"


@pytest.fixture(scope="module")
def blank():
    return Trial.blank()


def written(tmp_path, text):
    path = tmp_path / "child_protection" / "open_plans.sql"
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    return path


def test_a_full_argument_is_read(tmp_path, blank):
    [indicator] = read_indicators(written(tmp_path, FRONT + SQL), blank)
    assert (indicator.id, indicator.service) == ("open_plans", "child_protection")
    assert indicator.extracts == ("child_protection_plans",)


@pytest.mark.parametrize(
    ("said", "reaches"),
    [
        ("", (0, 0)),
        ("looks_back = 12", (12, 12)),
        ('looks_back = "school_year"', ("school_year", "school_year")),
        ("looks_back = { child_protection_plans = 12 }", (12, 0)),
        ('looks_back = { child_protection_plans = 12, children = "school_year" }', (12, "school_year")),
    ],
)
def test_it_says_how_far_back_it_looks(tmp_path, blank, said, reaches):
    [indicator] = read_indicators(written(tmp_path, SAYS.format(said) + f"{SQL}, children"), blank)
    assert indicator.extracts == ("child_protection_plans", "children")
    assert indicator.reaches == reaches
    assert [indicator.looks_back(each) for each in indicator.extracts] == list(reaches)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (SQL, "begin with front matter between /\\* and \\*/"),
        (FRONT.replace('why         = "Because."\n', "") + SQL, "the front matter lacks why"),
        (FRONT.replace('denominator = "Plans"\n', "") + SQL, "the front matter lacks denominator"),
        (FRONT.replace("why ", "y_label = 1\nwhy ") + SQL, "does not know y_label"),
        (FRONT.replace('"low"', '"better"') + SQL, 'good is "better". Use low, high, range, none'),
        (FRONT.replace('"percent"', '"%"') + SQL, 'unit is "%"'),
        (FRONT.replace('ofsted      = "help_and_protection"\n', "") + SQL, "the front matter lacks ofsted"),
        (
            FRONT.replace('"safe"', '"outcome 2"') + SQL,
            "open_plans.sql: national is 'outcome 2'. Use together, safe, family",
        ),
        (
            FRONT.replace('"help_and_protection"', '["in_care"]') + SQL,
            r"ofsted is \['in_care'\]. Use help_and_protection",
        ),
        (FRONT.replace("2027-04-01", '"next year"') + SQL, "review_by is not a date"),
        (FRONT.replace('"Plans"', "Plans") + SQL, "the front matter is not TOML"),
        (FRONT + "select 1 as subject, 1 as numerator", "the SQL returns no denominator"),
        (FRONT + SQL.replace("plan_id as subject", "plan_id as subject, category"), "the SQL returns category"),
        (FRONT + SQL.replace("child_protection_plans", "plans"), "plans does not exist"),
        (FRONT + SQL.replace("plan_id", "plan"), '"plan" not found'),
        (
            SAYS.format("looks_back = -1") + SQL,
            'looks_back is -1. Write a number of months such as 12, or "school_year"',
        ),
        (SAYS.format("looks_back = true") + SQL, "looks_back is True"),
        (SAYS.format('looks_back = "a year"') + SQL, "looks_back is 'a year'"),
        (SAYS.format("looks_back = { children = 12 }") + SQL, "looks_back names children, which the SQL does not read"),
        (
            SAYS.format("looks_back = { child_protection_plans = 1.5 }") + SQL,
            "looks_back.child_protection_plans is 1.5",
        ),
        (SAYS.format('without = "end_date"') + SQL, "without is 'end_date'"),
        (
            SAYS.format('without = ["child_protection_plans.end_date"]') + SQL,
            "which the SQL does not read. Take it out",
        ),
        (SAYS.format('without = ["child_protection_plans.shoes"]') + SQL, "without names child_protection_plans.shoes"),
        (SAYS.format('without = ["child_protection_plans.plan_id"]') + SQL, "say in differs what a figure without"),
        (
            SAYS.format('anew_at = ["go_live"]') + SQL,
            "anew_at is \\['go_live'\\]. Write a list of kinds of event: practice",
        ),
        (SAYS.format('anew_at = "family_help"') + SQL, "anew_at is 'family_help'"),
        (SAYS.format("anew_at = [[1]]") + SQL, "anew_at is \\[\\[1\\]\\]"),
        (SAYS.format('without = ["child_protection_plans"]') + SQL, "can do without one extract of several"),
        (SAYS.format('beside = "open_plans"') + SQL, "beside is 'open_plans'"),
        (SAYS.format('outcome = "yes"') + SQL, "outcome is 'yes'. Write true"),
        (SAYS.format('published = "population.children"') + SQL, "published is population.children. Use one of"),
        (
            SAYS.format('never = "A plan"').replace('"low"', '"range"') + SQL,
            'never needs a good direction, and good is "range"',
        ),
        (SAYS.format('never = "A plan"') + SQL, 'limit is "". Beside never, and only there, write whose rule it is'),
        (SAYS.format('limit = "local"') + SQL, 'limit is "local". Beside never, and only there'),
        (SAYS.format("alike = true") + SQL, "alike is True. Write true, beside halves of a percentage"),
        (SAYS.format('alike = "days"') + SQL, "alike is 'days'. Write true"),
        (SAYS.format("never_from = 2027-01-01") + SQL, "never_from is 2027-01-01. Beside never, and only there"),
    ],
)
def test_what_is_wrong_is_named_with_its_file(tmp_path, blank, text, says):
    with pytest.raises(Mendable, match=says) as refused:
        read_indicators(written(tmp_path, text), blank)
    assert str(refused.value).startswith("indicators/child_protection/open_plans.sql: ")


@pytest.mark.parametrize("named", ["second_plans", "open_plans"])
def test_a_neighbour_that_is_none_is_refused(tmp_path, blank, named):
    [indicator] = read_indicators(written(tmp_path, SAYS.format(f'beside = ["{named}"]') + SQL), blank)
    with pytest.raises(Mendable, match=f"open_plans.sql: beside names {named}, which is no other indicator"):
        refuse_unknown_neighbours(indicator, {"open_plans", "ended_plans"})


def test_what_is_read_beside_another_is_read_beside_it_from_either():
    stock, flow = "cp_plans_two_years_or_more", "cp_plans_two_years_or_more_at_ceasing"
    assert flow in [each.id for each in read_beside(stock)]
    assert stock in [each.id for each in read_beside(flow)]


def test_every_published_measure_has_an_indicator_or_says_why_it_has_none():
    measured = {each.argument.published for each in all_indicators().values()}
    wanted = {each.name for each in all_measures().values() if not each.not_measured}
    assert wanted - measured == set()


def test_a_list_of_measures_says_which_no_indicator_measures():
    with pytest.raises(Mendable, match=r"population.children \(no indicator measures it: rates are out of it\)"):
        measure_called("population.shoes")


def test_an_unknown_indicator_gets_the_nearest():
    with pytest.raises(Mendable, match="Did you mean average_caseload"):
        indicator_called("average_case_load")


def test_the_ids_that_others_rely_on_are_there():
    assert {
        "children_on_a_plan",
        "children_looked_after",
        "average_caseload",
        "pathway_plans_in_place",
        "lac_persistent_absence",
    } <= set(all_indicators())


COUNTS = (
    FRONT.replace("percent", "count")
    .replace('denominator = "Plans"\n', "")
    .replace("review_by", 'stock = "{}"\nreview_by')
)
OF_CHILDREN = SQL.replace("as subject,", "as subject, child_id,")


@pytest.mark.parametrize("said", ["child_protection_plans", "child_protection_plans.category"])
def test_a_stock_names_its_extract_and_its_kinds(tmp_path, blank, said):
    assert read_indicators(written(tmp_path, COUNTS.format(said) + OF_CHILDREN), blank)[0].argument.stock == said


@pytest.mark.parametrize(
    ("front", "sql", "why"),
    [
        (COUNTS.format("referrals"), OF_CHILDREN, 'stock is "referrals"'),
        (COUNTS.format("child_protection_plans.colour"), OF_CHILDREN, "one of its columns"),
        (COUNTS.format("child_protection_plans"), SQL, "return child_id"),
        (SAYS.format('stock = "child_protection_plans"'), OF_CHILDREN, "write unit count"),
    ],
)
def test_a_stock_that_cannot_be_followed_is_refused(tmp_path, blank, front, sql, why):
    with pytest.raises(Mendable, match=why) as refused:
        read_indicators(written(tmp_path, front + sql), blank)
    assert "indicators/child_protection/open_plans.sql" in str(refused.value)
