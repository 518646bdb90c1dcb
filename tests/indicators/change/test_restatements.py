"""What was reported then, what is known now, and why: recorded late, corrected, or a definition reworded."""

from collections import Counter
from dataclasses import replace
from datetime import date, datetime

import pytest

from data.access import LOCAL_USER as LOCAL
from data.access import PUBLIC, Reader
from data.errors import Mendable
from data.ledger.loads import restore, withdraw
from data.months import month_end
from indicators.change.restatements import restatements
from indicators.engine.catalogue import all_indicators, indicator_called
from indicators.engine.measure import measure_missing
from indicators.figures.measured_figures import figures
from tests.examples import example_rows
from tests.store_filling import BRENT, publish_rows

ALL, LONG = "children_on_a_plan", "cp_plans_two_years_or_more"
OCTOBER, SEPTEMBER = month_end("2024-10"), month_end("2024-09")
PLANS = "child_protection_plans"


def on_publishing(cursor, authority, months) -> None:
    measure_missing(cursor, [indicator_called(ALL), indicator_called(LONG)], authority, months)


def plan(number: int, **stated) -> dict:
    return {"plan_id": f"P{number}", "child_id": f"C{number}", "start_date": "2024-06-01", **stated}


TWENTY = [plan(number, **({"start_date": "2022-01-01"} if number < 8 else {})) for number in range(20)]


def publish(store, rows: list[dict], day: int, month: date = OCTOBER, extract: str = PLANS) -> int:
    table = example_rows(extract, rows, month_end=month)
    return publish_rows(store, {extract: table}, month, at=datetime(2024, 11, day, 12), measure=on_publishing)[0]


def told(store, name: str = ALL, month: date = OCTOBER, reader: Reader = LOCAL):
    """Return the restatement of a figure, if there is one."""
    found = restatements(store, reader, [indicator_called(name)], BRENT, [month])
    return found[0] if found else None


def why(restatement) -> dict[str, int | None]:
    return {each.what: each.subjects for each in restatement.causes}


def test_a_month_published_once_was_not_restated(store):
    publish(store, TWENTY, 4)
    publish(store, TWENTY[:10], 4, SEPTEMBER)
    assert restatements(store, LOCAL, list(all_indicators().values()), BRENT, [SEPTEMBER, OCTOBER]) == []


def test_what_moved_nothing_is_no_restatement(store):
    publish(store, TWENTY, 4)
    publish(store, [*TWENTY[:-1], TWENTY[-1] | {"category": "EMO"}], 5)
    assert told(store) is None


def test_what_comes_later_was_recorded_late(store):
    publish(store, TWENTY, 4)
    publish(store, [*TWENTY, plan(20, start_date="2024-10-30"), plan(21, start_date="2024-10-31")], 7)
    found = told(store)
    assert (found.first.value, found.now.value, why(found)) == (20, 22, {"recorded late": 2})
    assert (found.first_at, found.steps[0].at) == (datetime(2024, 11, 4, 12), datetime(2024, 11, 7, 12))


def test_an_end_filled_in_later_was_recorded_late(store):
    publish(store, TWENTY, 4)
    publish(store, [TWENTY[0] | {"end_date": "2024-10-20"}, *TWENTY[1:]], 7)
    assert why(told(store)) == {"recorded late": 1}


def test_what_is_altered_or_taken_out_was_corrected(store):
    publish(store, TWENTY, 4)
    publish(store, [TWENTY[0] | {"start_date": "2024-05-01"}, *TWENTY[1:18]], 7)
    assert why(told(store)) == {"corrected": 2}, "two were taken out; of one the date alone was altered"
    assert why(told(store, LONG)) == {"corrected": 3}


def test_a_child_s_row_in_another_extract_tells_why_the_child_counts_otherwise(store):
    seen = {"kind": "CP", "seen": "Y", "visit_date": "2024-10-25"}
    visits = [{"visit_id": f"V{number}", "child_id": f"C{number}", **seen} for number in range(18)]
    publish(store, TWENTY, 4)
    publish(store, visits, 4, extract="visits")
    publish(store, [*visits, {"visit_id": "V18", "child_id": "C18", **seen}], 8, extract="visits")
    found = told(store, "cp_visits_in_timescale")
    assert (found.first.numerator, found.now.numerator, why(found)) == (18, 19, {"recorded late": 1})


def test_each_publication_is_a_step_and_causes_add_up(store):
    publish(store, TWENTY, 4)
    publish(store, [*TWENTY, plan(20)], 5)
    publish(store, [*TWENTY[1:], plan(20), plan(21)], 6)
    found = told(store)
    assert [each.figure.value for each in found.steps] == [21], "the third took one out and added one: no step"
    publish(store, [*TWENTY[1:], plan(20)], 7)
    found = told(store)
    assert [each.figure.value for each in found.steps] == [21, 20]
    assert why(found) == {"recorded late": 1, "corrected": 1}


def test_undoing_and_redoing_are_steps(store):
    first = publish(store, TWENTY, 4)
    withdraw(store, LOCAL, first, "the wrong file", datetime(2024, 11, 6))
    restore(store, LOCAL, first, "it was right", datetime(2024, 11, 8))
    found = told(store)
    assert [each.figure.value for each in found.steps] == [None, 20]
    assert [each.causes[0].what for each in found.steps] == ["undone", "redone"]
    second = publish(store, [*TWENTY, plan(20)], 9)
    withdraw(store, LOCAL, second, "the wrong file", datetime(2024, 11, 10))
    assert [each.causes[0].what for each in told(store).steps[2:]] == ["recorded late", "undone"]


def test_a_figure_given_already_counted_is_restated_when_it_is_given_anew(store):
    def give(many: int, day: int) -> int:
        row = {"indicator": ALL, "numerator": many, "team": "All", "breakdown": "ALL", "breakdown_value": "All"}
        return publish(store, [row], day, extract="aggregates")

    give(300, 4)
    load = give(310, 6)
    found = told(store)
    assert (found.first.value, found.now.value, why(found)) == (300, 310, {"given anew": None})
    withdraw(store, LOCAL, load, "the wrong one", datetime(2024, 11, 8))
    assert [(each.figure.value, each.causes[0].what) for each in told(store).steps] == [
        (310, "given anew"),
        (300, "undone"),
    ]
    publish(store, TWENTY, 9)
    publish(store, [*TWENTY, plan(20)], 10)
    assert (told(store).first.value, told(store).now.value) == (20, 21), "records win"


def reworded(days: str = "29"):
    declared = indicator_called(LONG)
    return replace(declared, sql=declared.sql.replace("729", days))


def test_another_wording_is_told_apart_from_other_rows(store):
    publish(store, TWENTY, 4)
    (one,) = figures(store, LOCAL, [reworded()], BRENT, [OCTOBER])
    assert one.value == 100
    publish(store, [*TWENTY, plan(20)], 5)
    (found,) = restatements(store, LOCAL, [reworded()], BRENT, [OCTOBER])
    assert (found.first.value, found.now.value) == (40, 100)
    counted = Counter({each.what: each.subjects for each in found.causes})
    assert counted["reworded"] == 13 and counted["recorded late"] <= 1


def test_a_definition_reworded_restates_months_that_were_published_once(store):
    publish(store, TWENTY, 4)
    figures(store, LOCAL, [reworded()], BRENT, [OCTOBER])
    (found,) = restatements(store, LOCAL, [reworded(), indicator_called(ALL)], BRENT, [OCTOBER])
    assert (found.first.value, found.now.value, why(found)) == (40, 100, {"reworded": 12})
    assert (found.first_at, found.steps[0].at > datetime(2024, 11, 4, 12)) == (datetime(2024, 11, 4, 12), True)


def test_a_past_figure_is_the_one_known_on_that_day(store):
    rows = TWENTY
    for day in range(4, 12):
        rows = [*rows[1:], plan(day + 20)] if day % 3 else rows[2:]
        publish(store, rows, day)
    found = told(store, LONG)
    stated = [(found.first_at, found.first), *((each.at, each.figure) for each in found.steps)]
    assert len(stated) > 4
    for at, figure in stated:
        assert figures(store, LOCAL, [indicator_called(LONG)], BRENT, [OCTOBER], at.date()) == [figure]
    assert figures(store, LOCAL, [indicator_called(LONG)], BRENT, [OCTOBER])[0].value == found.now.value


def test_whoever_may_not_see_small_numbers_sees_none_here(store):
    publish(store, TWENTY[:3], 4)
    publish(store, TWENTY, 5)
    found = told(store, reader=PUBLIC)
    assert (found.first.value, found.now.value, why(found)) == (None, 20, {"recorded late": None})


def test_another_authority_s_ledger_is_closed(store):
    publish(store, TWENTY, 4)
    with pytest.raises(Mendable, match="may not see figures"):
        told(store, reader=Reader("newcomer", ("analyst",), ("E09000009",), ("*",)))
