"""What is published is looked at as a return: DfE's rules by number, since when, by team, and what was not asked."""

from datetime import date

import pytest

from data.access import LOCAL_USER as LOCAL
from data.access import Act, Reader
from data.errors import Mendable
from data.returns.collection_years import NAMES, year_asked, years_of
from tests.every_case import every
from tests.examples import example_rows
from tests.store_filling import BRENT, publish_rows
from validation.between import all_rules
from validation.files.opened_table import Opened
from validation.return_check.dfe_numbers import numbers_of
from validation.return_check.return_check import by_team, check_of_store
from validation.returns.list_rule import list_rules

MONTHS = (date(2026, 7, 31), date(2026, 8, 31), date(2026, 9, 30), date(2026, 10, 31))
GOING_ON = {"reason_started": "P", "legal_status": "C2", "placement": "U6"}
BROKEN = {"end_date": "2026-05-04", "reason_ended": "X1", "legal_status": "C2", "placement": "U6"}


def episodes(*, since_june: bool = True, gap: bool = True, team: str | None = "East"):
    """Return the rows of two children, one with a gap after X1 (rule 388), each with an episode that is long over."""
    rows = []
    for child, is_broken in (("A", gap), ("B", False)):
        begins = "2026-05-06" if is_broken else "2026-05-04"
        rows += [
            BROKEN | {"child_id": child, "start_date": "2026-03-02", "reason_started": "S", "team": team},
            GOING_ON | {"child_id": child, "start_date": begins, "team": team},
        ]
    long_over = {"child_id": "D", "start_date": "2025-02-03", "end_date": "2025-06-01", "reason_ended": "X1"}
    return [*rows, long_over | {"reason_started": "S", "legal_status": "C2", "placement": "U6"}] if since_june else rows


def published(store, by_month):
    for month, rows in by_month.items():
        stated = {"looked_after_children": rows, "children": [{"child_id": child} for child in "ABD"]}
        publish_rows(store, {name: example_rows(name, of, month_end=month) for name, of in stated.items()}, month)


def checked(store, reader=LOCAL, **asked):
    return check_of_store(store, reader, BRENT, **{"collection": "ssda903", "year": "2026/27"} | asked)


def test_a_rule_is_told_by_number_with_rows_team_and_the_first_month_of_an_unbroken_run(store):
    whole = {"gap": False}
    published(store, dict(zip(MONTHS, map(lambda said: episodes(**said), ({}, whole, {}, {})), strict=True)))
    check = checked(store)
    [rule] = [rule for rule in check.rules if rule.number == "388"]
    assert (rule.extract, rule.column, rule.rows, rule.since) == (
        "Looked-after children",
        "reason_ended",
        1,
        "September 2026",
    )
    assert rule.teams == {"East": 1} and by_team({"East 1": 2, "West": 1}) == "East 1 (2), West (1)"
    assert rule.asks == "… on …, yet …. Correct the reason, or the dates of the episodes.", "of no child"
    [row] = [row for row in check.rows if row.number == "388"]
    assert (row.subject.split(",")[0], row.day, row.team) == ("A", date(2026, 3, 2), "East"), "D's was over last year"
    assert "the next episode begins on 06/05/2026" in row.sentence
    assert "388" in check.judged and check.headline.startswith("SSDA903 return 2026/27: ")


def test_what_stands_in_the_earliest_month_may_be_older_and_a_gap_of_months_ends_the_run(store):
    published(store, {MONTHS[3]: episodes(), MONTHS[2]: episodes(), MONTHS[0]: episodes()})
    assert {rule.since for rule in checked(store).rules if rule.number == "388"} == {"September 2026 or before"}
    published(store, {MONTHS[1]: episodes(gap=False)})
    assert {rule.since for rule in checked(store).rules if rule.number == "388"} == {"September 2026"}


def test_a_row_without_a_team_is_of_the_team_that_has_the_child(store):
    published(store, {MONTHS[3]: episodes(team=None)})
    assert [rule.teams for rule in checked(store).rules if rule.number == "388"] == [{"team not known": 1}]
    rows = [row | ({"team": "West"} if "end_date" not in row else {}) for row in episodes(team=None)]
    published(store, {MONTHS[3]: rows})
    assert [rule.teams for rule in checked(store).rules if rule.number == "388"] == [{"West": 1}]


def test_every_number_of_the_year_was_asked_or_is_named_with_the_reason_why_not(store):
    published(store, {MONTHS[3]: episodes()})
    for collection in NAMES:
        check = checked(store, collection=collection)
        unasked = [number for those in check.cannot.values() for number in those]
        assert sorted([*check.judged, *unasked]) == sorted(numbers_of(collection, "2026/27"))
        assert {rule.number for rule in check.rules} <= {*check.judged}
    assert "Care leavers and pathway plans is not published for October 2026" in checked(store).cannot
    assert "112" in checked(store).cannot["no extract tells the list AD1"]


def test_the_columns_of_an_extract_are_read_as_often_for_many_children_as_for_a_few(store, monkeypatch):
    read, values_of = [], Opened.values_of
    monkeypatch.setattr(Opened, "values_of", lambda file, name: read.append(name) or values_of(file, name))
    as_often = set()
    for many in (50, 2):
        rows = [{"child_id": f"C{number}", "start_date": "2026-05-04"} for number in range(many)]
        publish_rows(store, {"looked_after_children": example_rows("looked_after_children", rows)})
        read.clear()
        checked(store)
        as_often.add(read.count("child_id"))
    assert len(as_often) == 1


def test_the_census_is_asked_of_what_its_lists_are_held_as(store):
    child = {"child_id": "A"}
    enquiry = {"enquiry_id": "S", "referral_id": "R", "start_date": "2026-06-01"} | child
    stated = {
        "children": [child],
        "referrals": [{"referral_id": "R", "referral_date": "2026-05-29"} | child],
        "assessments": [{"assessment_id": "X", "referral_id": "Q", "start_date": "2026-05-29"} | child],
        "section_47_enquiries": [enquiry, enquiry | {"enquiry_id": "T", "start_date": "2025-06-02", **DONE}],
    }
    publish_rows(store, {name: example_rows(name, rows) for name, rows in stated.items()})
    check = checked(store, collection="cin")
    assert [row.subject for row in check.rows if row.number == "2991Q"] == ["S"], "T was over last year"


def test_what_another_extract_lacks_of_a_child_stands_since_it_did_though_no_row_there_is_of_the_child(store):
    stated = {
        "child_protection_plans": [{"plan_id": "P", "child_id": "A", "start_date": "2026-06-01"}],
        "section_47_enquiries": [{"enquiry_id": "S", "child_id": "B", "start_date": "2026-06-01"} | HELD],
    }
    for month in MONTHS[2:]:
        publish_rows(store, {name: example_rows(name, rows, month_end=month) for name, rows in stated.items()}, month)
    assert [rule.since for rule in checked(store, collection="cin").rules if rule.number == "2885"] == [
        "September 2026 or before"
    ]


HELD = {"conference_date": "2026-06-10"}
DONE = {"end_date": "2025-06-09", "conference_not_required": "Y"}

READERS = {
    "analyst": (True, True),
    "senior_manager": (True, False),
    "team_manager": (False, False),
    "member": (False, False),
}


@every("role", READERS)
def test_rows_are_told_to_who_may_see_them_counts_to_who_may_see_few_and_others_how_many_rules(role):
    from data.store.store import Store

    store = Store.in_memory()
    published(store, {MONTHS[3]: episodes()})
    teams = ("East",) if role == "team_manager" else ("*",)
    check = checked(store, Reader("somebody", (role,), (BRENT,), ("*",), teams))
    store.close()
    assert (bool(check.rules), bool(check.rows)) == READERS[role]
    assert check.speaking and check.judged


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        ({"year": "2031/32"}, '"2031/32" is no year of the SSDA903 return that is known here'),
        ({"collection": "annex_a"}, 'There is no return "annex_a". Use one of ssda903, cin'),
        (
            {"year": "2025/26"},
            "Nothing of 2025/26 is published for E09000005: publish a month from April 2025 to March",
        ),
        ({"month": date(2026, 9, 30)}, "Nothing of 2026/27 is published for E09000005 up to September 2026"),
    ],
)
def test_what_cannot_be_checked_is_said_in_a_sentence(store, asked, why):
    published(store, {MONTHS[3]: episodes()})
    with pytest.raises(Mendable, match=why):
        checked(store, **asked)


def test_who_may_see_no_figure_is_told_nothing(store):
    with pytest.raises(Mendable, match="may not see figures"):
        checked(store, Reader("admin", ("administrator",), (BRENT,), ("*",)))
    assert Act.AGGREGATES


def test_the_days_of_return_are_counted_down_and_it_is_said_where_the_day_was_read():
    year = year_asked("cin", "2024/25")
    assert year.countdown(date(2025, 7, 1)) == "To be sent by 31 July 2025, in 30 days."
    assert year.how_known.startswith("That day was read at its source: gov.uk")
    assert "tomorrow" in year.countdown(date(2025, 7, 30)) and "which is over" in year.countdown(date(2025, 8, 1))
    assert "this one is ours: 30 June, as for" in year_asked("ssda903", "2026/27").how_known
    for collection in NAMES:
        for year in years_of(collection).values():
            assert year.ends < year.due and year.due.isoweekday() < 6 and year.source


def test_every_number_of_a_rule_of_ours_for_a_return_is_among_dfes():
    for collection in NAMES:
        ours = {rule.number for rule in list_rules(collection) if rule.is_of(date(2027, 3, 31))}
        assert ours <= numbers_of(collection, "2026/27")
    known = {number for collection in NAMES for year in years_of(collection) for number in numbers_of(collection, year)}
    assert {rule.dfe_rule for rule in all_rules() if rule.dfe_rule} <= known
