"""What officers say is kept with who and when: nothing is overwritten, and what cannot be is refused in a sentence."""

from dataclasses import replace
from datetime import date

import pytest

from data.access import LOCAL_USER as LOCAL
from data.access import Reader
from data.annotations.events import PRACTICE, Event, event_numbered, events, keep_event, take_back
from data.annotations.targets import LOCAL_TARGET, NATIONAL, Target, keep_target, target_on, targets
from data.errors import Mendable
from data.ledger.history import revision
from data.months import month_end
from data.store.store import Store

BRENT, EALING = "E09000005", "E09000009"
APRIL, MARCH = month_end("2026-04"), month_end("2027-03")
TARGET = Target(BRENT, "average_caseload", None, 16.0, APRIL, None, LOCAL_TARGET, "The board", "Plan, page 4")
CLINICS = Event(
    BRENT, date(2025, 9, 6), PRACTICE, "Saturday clinics", "Reviews on Saturdays.", ("health",), (), "A. Head"
)
ELSEWHERE = Reader("somebody", ("analyst",), (EALING,), ("*",))


def in_force(store: Store, month: str, indicator: str = "average_caseload") -> float | None:
    found = target_on(targets(store, LOCAL, BRENT), indicator, month_end(month))
    return found.most if found else None


def test_a_target_holds_from_its_first_month_to_its_last(store):
    keep_target(store, LOCAL, replace(TARGET, last=MARCH))
    told = [in_force(store, month) for month in ("2026-03", "2026-04", "2027-03", "2027-04")]
    assert told == [None, 16.0, 16.0, None]
    assert in_force(store, "2026-04", "caseload_above_20") is None


def test_a_tolerance_is_a_dated_part_of_a_target_and_a_change_of_it_is_a_new_row(store):
    keep_target(store, LOCAL, replace(TARGET, tolerance=1.0))
    _, new = keep_target(store, LOCAL, replace(TARGET, tolerance=0.5, first=month_end("2026-09")))
    held = targets(store, LOCAL, BRENT)
    rooms = [target_on(held, "average_caseload", month_end(month)).tolerance for month in ("2026-08", "2026-09")]
    assert new and rooms == [1.0, 0.5] and held[0].to_json()["tolerance"] == 1.0
    for wrong in (0.0, -1.0, float("inf"), float("nan")):
        with pytest.raises(Mendable, match="A tolerance is by how much a figure may miss its target"):
            keep_target(store, LOCAL, replace(TARGET, tolerance=wrong))


def test_a_change_is_a_new_row_and_what_held_before_holds_before(store):
    keep_target(store, LOCAL, TARGET)
    keep_target(store, LOCAL, replace(TARGET, most=15.0, first=month_end("2026-09")))
    keep_target(store, LOCAL, replace(TARGET, most=None, first=month_end("2026-11")))
    assert [in_force(store, f"2026-{month:02d}") for month in (8, 9, 10, 11)] == [16.0, 15.0, 15.0, None]
    assert [each.number for each in targets(store, LOCAL, BRENT)] == [1, 2, 3]
    assert {each.kept_by for each in targets(store, LOCAL, BRENT)} == {"local"}


def test_the_local_target_goes_before_the_national_which_stands_again_once_it_ends(store):
    keep_target(store, LOCAL, replace(TARGET, last=MARCH))
    keep_target(store, LOCAL, replace(TARGET, scope=NATIONAL, most=18.0))
    assert [in_force(store, month) for month in ("2026-04", "2027-04")] == [16.0, 18.0]


def test_the_same_target_again_changes_nothing_and_a_new_one_refreshes_every_page(store):
    before = revision(store, LOCAL)
    kept, new = keep_target(store, LOCAL, TARGET)
    assert new and revision(store, LOCAL) == before + 1
    again, new = keep_target(store, LOCAL, replace(TARGET, set_by=" The  board "))
    assert (again, new, revision(store, LOCAL)) == (kept, False, before + 1)


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"last": month_end("2026-03")}, "ends with March 2026, before it begins with April 2026"),
        ({"scope": "regional"}, 'local or national, and "regional" is neither'),
        ({"set_by": " "}, "Say who set the target"),
        ({"source": ""}, "Say where the target is written"),
        ({"source": "x" * 500}, "has 500 characters"),
    ],
)
def test_what_cannot_be_a_target_is_refused(store, changed, says):
    with pytest.raises(Mendable, match=says):
        keep_target(store, LOCAL, replace(TARGET, **changed))
    assert not targets(store, LOCAL, BRENT)


def test_an_event_is_kept_once_and_taken_back_with_a_reason(store):
    before = revision(store, LOCAL)
    kept, new = keep_event(store, LOCAL, CLINICS)
    assert new and (kept.number, kept.kept_by) == (1, "local") and revision(store, LOCAL) == before + 1
    assert keep_event(store, LOCAL, CLINICS) == (kept, False)
    assert events(store, LOCAL, BRENT) == [kept]
    with pytest.raises(Mendable, match="Say why the event is taken back"):
        take_back(store, LOCAL, BRENT, 1, " ")
    assert take_back(store, LOCAL, BRENT, 1, "It never began") == kept
    assert not events(store, LOCAL, BRENT) and revision(store, LOCAL) == before + 2
    with pytest.raises(Mendable, match="There is no event 1"):
        event_numbered(events(store, LOCAL, BRENT), 1)
    assert keep_event(store, LOCAL, CLINICS)[0].number == 2


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"day": date(2999, 1, 1)}, "2999-01-01 has not come yet"),
        ({"kind": "magic"}, '"magic" is no kind of event. Use one of practice'),
        ({"title": ""}, "Give the event a title"),
        ({"title": "x" * 41}, "Say it in 40 or fewer"),
        ({"told": ""}, "why it matters"),
        ({"author": ""}, "Say who says so"),
    ],
)
def test_what_cannot_be_an_event_is_refused(store, changed, says):
    with pytest.raises(Mendable, match=says):
        keep_event(store, LOCAL, replace(CLINICS, **changed))


def test_an_event_concerns_what_it_names_or_everything():
    assert CLINICS.concerns("health_assessments_up_to_date", "health")
    assert not CLINICS.concerns("average_caseload", "workforce")
    assert replace(CLINICS, about=()).concerns("average_caseload", "workforce")
    assert replace(CLINICS, begins_anew=("average_caseload",)).concerns("average_caseload", "workforce")


def test_nobody_sees_or_sets_another_authoritys(store):
    keep_target(store, LOCAL, TARGET)
    keep_event(store, LOCAL, CLINICS)
    assert not targets(store, ELSEWHERE, BRENT) and not events(store, ELSEWHERE, BRENT)
    for keep, said in ((keep_target, TARGET), (keep_event, CLINICS)):
        with pytest.raises(Mendable, match="may not see figures"):
            keep(store, ELSEWHERE, said)


def test_it_is_there_again_when_the_store_is_opened(tmp_path):
    store = Store.create(tmp_path / "house.duckdb")
    kept = keep_target(store, LOCAL, TARGET)[0], keep_event(store, LOCAL, CLINICS)[0]
    store.close()
    store = Store.open_file(tmp_path / "house.duckdb")
    assert (targets(store, LOCAL, BRENT), events(store, LOCAL, BRENT)) == ([kept[0]], [kept[1]])
    store.close()
