"""Many processes change one lake: no number is given twice, and of two of one borough one wins and one is told."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from data.access import LOCAL_USER as LOCAL
from data.audit.chain import verify
from data.errors import Crossed, Mendable, Overtaken
from data.lake import write_lock
from data.lake.lake import Lake
from data.ledger.audit_log import record, record_read
from data.ledger.deeds import Deed
from data.ledger.delivery import Delivery
from data.ledger.history import history, published_rows, revision
from data.ledger.loads import Published, store_loads, withdraw
from data.months import month_end
from data.store.wholeness import doubled_key, odd_number
from tests.crash.test_two_analysts import plans, put_in
from tests.examples import example_rows
from tests.store_filling import OCTOBER, publish_rows

WRITER = [sys.executable, "-m", "tests.data.lake.writer"]
ROOT = Path(__file__).parents[3]
BOROUGHS = ("E09000005", "E09000009", "E09000015", "E09000018")
PUBLICATIONS = [3, pytest.param(250, marks=pytest.mark.soak)]


def together(lake: Lake, processes: Sequence[tuple[str, str]], times: int) -> list[str]:
    """Have processes publish at once, each as somebody and of a borough; return what became of each publication."""
    words = [str(lake.address), str(times), *(f"{who}@{borough}" for who, borough in processes)]
    ended = subprocess.run(WRITER + words, cwd=ROOT, capture_output=True, text=True, check=True, timeout=1200)
    assert not ended.stderr
    return ended.stdout.splitlines()


@pytest.mark.parametrize("times", PUBLICATIONS)
def test_no_number_is_given_twice_and_no_publication_lost(lake, times):
    boroughs = BOROUGHS if times < 10 else BOROUGHS * 2
    ended = together(lake, [(f"Ann {place}", borough) for place, borough in enumerate(boroughs)], times)
    published = [line.removeprefix("load ") for line in ended if line.startswith("load ")]
    overtaken = [line for line in ended if line.startswith("overtaken: ")]
    assert len(published) + len(overtaken) == len(boroughs) * times
    assert not overtaken or len(boroughs) > len(BOROUGHS)
    assert sorted(map(int, published)) == list(range(1, len(published) + 1))
    with lake.reading() as cursor:
        assert odd_number(cursor) == doubled_key(cursor) == ""
        counted = (
            "select count(*), count(distinct load), count(distinct child_id) from store.uploaded.child_protection_plans"
        )
        assert cursor.execute(counted).fetchall() == [(len(published),) * 3]
    versions = history(lake, LOCAL).groupby("authority")["version"].apply(sorted)
    assert all(of_one == list(range(1, len(of_one) + 1)) for of_one in versions)
    assert verify(lake, LOCAL).broken is None and revision(lake, LOCAL) == len(published)


def test_of_two_of_one_borough_one_wins_and_one_is_told_by_whom_and_when(lake):
    with closing(Lake.open_at(lake.address)) as beside:
        seen = revision(lake, LOCAL)
        put_in(beside, LOCAL, plans("Gwen"), seen)
        with pytest.raises(Mendable, match=r"was published \d+ seconds? ago by .* publish yours as version 2"):
            put_in(lake, LOCAL, plans("Femi"), seen)
        assert revision(lake, LOCAL) == revision(beside, LOCAL) == seen + 1
        assert len(history(lake, LOCAL)) == 1


def september(extracts):
    return [[(month_end("2026-09"), replace(each, backfilled_from=OCTOBER))] for each in extracts]


def while_measuring(lake: Lake, delivery: Delivery, meanwhile) -> Published:
    """Publish, and have something done by others while the month is measured the first time."""
    done = []

    def measure(*_) -> None:
        if not done:
            done.append(True)
            meanwhile()

    return store_loads(lake, LOCAL, delivery, measure)


def test_a_second_borough_does_not_wait_for_the_first_to_measure_and_numbers_follow_on(lake):
    with closing(Lake.open_at(lake.address)) as beside:
        at_once = partial(publish_rows, beside, {"children": example_rows("children", [{}])}, authority=BOROUGHS[1])
        loads = while_measuring(lake, Delivery(BOROUGHS[0], OCTOBER, [plans("Femi")], 0, september), at_once)
        assert (loads, loads.earlier) == ([2], (3,))
        told = history(beside, LOCAL)
        assert list(told["authority"]) == [*BOROUGHS[:1] * 2, BOROUGHS[1]]
        assert told["published_at"].is_monotonic_decreasing and told["published_at"].nunique() == 2
        rows = published_rows(beside, LOCAL, BOROUGHS[0], OCTOBER, "child_protection_plans")
        assert rows is not None and len(rows) == 1
        state = verify(beside, LOCAL)
        assert (state.entries, state.broken) == (3, None)
    with lake.reading() as cursor:
        assert odd_number(cursor) == doubled_key(cursor) == ""


def test_whoever_of_one_borough_comes_in_while_it_is_measured_is_not_passed_over(lake):
    with closing(Lake.open_at(lake.address)) as beside:
        delivery = Delivery(BOROUGHS[0], OCTOBER, [plans("Femi")], 0)
        with pytest.raises(Overtaken, match=r"was published \d+ seconds? ago by .* publish yours as version 2"):
            while_measuring(lake, delivery, partial(put_in, beside, LOCAL, plans("Gwen")))
        anyhow = replace(delivery, against=None)
        assert while_measuring(lake, anyhow, partial(withdraw, beside, LOCAL, 1, "tried")) == [2]
        assert list(history(lake, LOCAL)["version"]) == [2, 1]
        with pytest.raises(Mendable, match="A child was erased"):
            while_measuring(lake, replace(anyhow, extracts=[plans("Hana")]), partial(erase, beside))
        assert put_in(lake, LOCAL, plans("Hana")) == [3] and lake.pseudonyms.erased == {"somebody"}
    with lake.reading() as cursor:
        assert odd_number(cursor) == doubled_key(cursor) == "" == (verify(lake, LOCAL).broken or "")


def erase(lake: Lake) -> None:
    with lake.change() as cursor:
        cursor.execute("insert into store.ledger.erased values ('somebody', 1)")


def test_whoever_would_wait_is_told_and_reading_is_entered_all_the_same(lake):
    with closing(Lake.open_at(lake.address)) as beside:
        with beside.change():
            assert not lake.at_rest()
            record_read(lake, LOCAL, Deed.LIST_READ)
            assert verify(lake, LOCAL).aside == 1
        assert lake.at_rest()
        record_read(beside, LOCAL, Deed.LIST_READ)
        assert verify(lake, LOCAL).aside == 0 and verify(lake, LOCAL).entries == 2


def test_what_is_read_elsewhere_meanwhile_neither_undoes_an_act_nor_is_lost(lake):
    with closing(Lake.open_at(lake.address)) as beside:
        with lake.change():
            record_read(beside, LOCAL, Deed.LIST_READ)
        with lake.change() as cursor:
            record(cursor, LOCAL, Deed.BACKED_UP)
            record_read(beside, LOCAL, Deed.LIST_READ)
        assert (verify(lake, LOCAL).entries, verify(lake, LOCAL).aside) == (1, 2)
        with pytest.raises(Crossed, match="changed the same .* Nothing was written"), lake.change() as cursor:
            cursor.execute("delete from store.ledger.reads_aside")
            record_read(beside, LOCAL, Deed.LIST_READ)
        record_read(lake, LOCAL, Deed.LIST_READ)
        state = verify(beside, LOCAL)
        assert (state.entries, state.aside, state.broken) == (5, 0, None)


def test_a_rehearsal_keeps_nobody_of_another_process_waiting(lake):
    with closing(Lake.open_at(lake.address)) as beside, lake.rehearsal():
        ended = threading.Thread(target=put_in, args=(beside, LOCAL, plans("Femi")), daemon=True)
        ended.start()
        ended.join(30)
        assert not ended.is_alive() and len(history(beside, LOCAL)) == 1


def test_whoever_waits_for_too_long_is_told(lake, monkeypatch):
    monkeypatch.setattr(write_lock, "PATIENCE", 0.2)
    too_long = pytest.raises(Mendable, match="Somebody else has been changing .* Nothing was changed; try again")
    with closing(Lake.open_at(lake.address)) as beside, beside.change(), too_long:
        put_in(lake, LOCAL, plans("Femi"))
    put_in(lake, LOCAL, plans("Femi"))


def test_a_change_whose_turn_was_lost_on_the_way_is_not_kept(lake, postgres):
    holder = "select pid from pg_locks where locktype = 'advisory' and granted"
    with (
        pytest.raises(Mendable, match="connection to PostgreSQL was lost .* Nothing was changed"),
        lake.change() as cursor,
    ):
        cursor.execute("insert into store.ledger.turns values (1, 1, 'withdraw', now()::timestamp, 'Ann', 'tried')")
        assert postgres.ask("postgres", f"select pg_terminate_backend(({holder}))").strip() == "t"
    with lake.reading() as cursor:
        assert cursor.execute("select count(*) from store.ledger.turns").fetchall() == [(0,)]
    put_in(lake, LOCAL, plans("Femi"))


def test_whoever_is_killed_loses_the_turn(lake):
    words = [str(lake.address), "100000", f"Ann@{BOROUGHS[0]}"]
    process = subprocess.Popen(WRITER + words, cwd=ROOT, stdout=subprocess.DEVNULL, start_new_session=True)
    while len(history(lake, LOCAL)) < 2:
        assert process.poll() is None
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    put_in(lake, LOCAL, plans("Femi"))
    with lake.reading() as cursor:
        assert odd_number(cursor) == doubled_key(cursor) == ""
        ledger = "select count(*), sum(rows)::integer from store.ledger.loads"
        rows = "select count(distinct load), count(*)::integer from store.uploaded.child_protection_plans"
        assert cursor.execute(ledger).fetchall() == cursor.execute(rows).fetchall()


def test_without_the_turn_numbers_would_be_given_twice(lake, monkeypatch):
    """What the lock is for: two that begin before either ends give one number."""
    monkeypatch.setattr(write_lock, "_lock", lambda connection, blocking: connection.cursor().begin())
    monkeypatch.setattr(write_lock.LockAcrossProcesses, "must_hold", lambda self: None)
    with closing(Lake.open_at(lake.address)) as beside:
        with lake.change() as one, beside.change() as another:
            for cursor in (one, another):
                cursor.execute(
                    "insert into store.ledger.turns select next_turn(), 1, 'withdraw', now()::timestamp, 'Ann', 'tried'"
                )
        with lake.reading() as cursor:
            assert doubled_key(cursor) == "a turn of ledger.turns stands twice"
