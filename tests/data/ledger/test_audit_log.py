"""The audit log: whatever is altered, removed, moved or put in anywhere is named, and two writers never fork it."""

import json
import random
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import date, timedelta

import duckdb
import pytest

from data.access import LOCAL_USER as LOCAL
from data.access import Reader
from data.annotations.comments import Comment, keep_comment
from data.audit.chain import verify
from data.audit.log_entries import entries, people
from data.errors import Mendable
from data.ledger.about import About
from data.ledger.audit_log import head, record, record_read
from data.ledger.deeds import Deed
from data.ledger.history import revision
from data.ledger.loads import restore, withdraw
from data.store.keys import make_key
from data.store.store import Store
from tests.every_case import every
from tests.examples import example_rows
from tests.store_filling import BRENT, OCTOBER, publish_rows

GOVERNOR = Reader("a governor", ("information_governance",), ("*",), ("*",))
READ = About(BRENT, month=OCTOBER, indicator="children_on_a_plan", filters=("team",), teams=1, rows=12)
ENTRIES = 9


def filled(store: Store) -> Store:
    """Give a store whose log has nine entries of every kind of writer."""
    (load,) = publish_rows(store, {"children": example_rows("children", [{}])})
    record_read(store, LOCAL, Deed.LIST_READ, READ)
    withdraw(store, LOCAL, load, "A mistake")
    restore(store, LOCAL, load, "It was none")
    for rows in range(ENTRIES - 4):
        record_read(store, LOCAL, Deed.SMALL_FIGURES_READ, About(BRENT, rows=rows))
    assert verify(store, GOVERNOR).entries == ENTRIES
    return store


def broken(store: Store, *statements: str) -> tuple[int | None, str]:
    """Return what is named once statements have been run past the log, and take them back."""
    with store.rehearsal() as rehearsal, rehearsal.change() as cursor:
        for statement in statements:
            cursor.execute(statement)
        state = verify(rehearsal, GOVERNOR)
    return state.broken, state.why


@pytest.fixture
def log(store):
    return filled(store)


ALTERED = ("who = 'Ben'", "what = 'undo'", "about = '{}x'", "moves = not moves", "load = coalesce(load, 0) + 1")
ALTERED = (*ALTERED, "happened_at = happened_at + interval 1 microsecond")
PLACES = range(1, ENTRIES + 1)


@every("place", PLACES)
def test_whatever_is_altered_or_removed_is_named(log, place):
    for change in ALTERED:
        assert broken(log, f"update store.ledger.events set {change} where event = {place}")[0] == place, change
    assert broken(log, f"update store.ledger.seals set hash = reverse(hash) where event = {place}")[0] == place
    removed = f"delete from store.ledger.events where event = {place}"
    assert broken(log, removed) == (place, "it was removed")
    assert broken(log, f"delete from store.ledger.seals where event = {place}")[0] == place


def moved(table: str, numbers: str) -> str:
    """Write what gives the rows of a table of the log other numbers; a row whose number is null goes."""
    return (
        f"create or replace temp table kept as from store.ledger.{table}; delete from store.ledger.{table}; "
        f"insert into store.ledger.{table} select * replace ({numbers} as event) from temp.kept "
        f"where ({numbers}) is not null"
    )


def test_what_is_removed_with_its_seal_and_closed_up_is_named_anywhere_but_at_the_end(log):
    for place in range(1, ENTRIES):
        closed = f"case when event < {place} then event when event > {place} then event - 1 end"
        assert broken(log, moved("events", closed), moved("seals", closed))[0] == place


def test_what_is_put_in_or_swapped_is_named(log):
    for place in PLACES:
        opened = f"case when event < {place} then event else event + 1 end"
        new = (
            f"insert into store.ledger.events select * replace ({place} as event, 'Eve' as who) from temp.kept limit 1"
        )
        assert broken(log, moved("events", opened), new)[0] == place
    for first in PLACES:
        for second in range(first + 1, ENTRIES + 1):
            swapped = f"case event when {first} then {second} when {second} then {first} else event end"
            assert broken(log, moved("events", swapped))[0] == first
            assert broken(log, moved("events", swapped), moved("seals", swapped))[0] == first


def test_an_end_that_is_taken_off_is_named_by_a_head_that_an_export_bears_or_by_the_loads(log):
    printed = head(log).hash
    assert verify(log, GOVERNOR, (printed,)).broken is None
    with log.rehearsal() as rehearsal, rehearsal.change() as cursor:
        cursor.execute(f"delete from store.ledger.events where event = {ENTRIES}")
        cursor.execute(f"delete from store.ledger.seals where event = {ENTRIES}")
        assert verify(rehearsal, GOVERNOR, (printed,)).broken == ENTRIES
        cursor.execute("delete from store.ledger.events where event > 2")
        cursor.execute("delete from store.ledger.seals where event > 2")
        state = verify(rehearsal, GOVERNOR)
        assert (state.broken, "load 1 was published or turned" in state.why) == (3, True)


def test_with_a_key_nobody_seals_who_has_the_store_alone(tmp_path, monkeypatch):
    with closing(Store.in_memory()) as store:
        publish_rows(store, {"children": example_rows("children", [{}])})
        monkeypatch.setenv("SLAC_AUDIT_KEY", str(make_key(tmp_path / "audit.key")))
        record_read(store, LOCAL, Deed.LIST_READ, READ)
        state = verify(store, GOVERNOR)
        assert (state.broken, state.keyed, state.entries) == (None, 1, 2)
        monkeypatch.delenv("SLAC_AUDIT_KEY")
        record_read(store, LOCAL, Deed.LIST_READ, READ)
        assert verify(store, GOVERNOR).broken == 2, "without the key its seals cannot be followed"
        monkeypatch.setenv("SLAC_AUDIT_KEY", str(tmp_path / "audit.key"))
        assert verify(store, GOVERNOR).broken == 3, "sealed without the key after it was in use"
        monkeypatch.setenv("SLAC_AUDIT_KEY", str(make_key(tmp_path / "other.key")))
        assert "another key" in verify(store, GOVERNOR).why


def test_two_writers_never_fork_the_log_and_a_read_waits_for_nobody(tmp_path):
    with closing(Store.create(tmp_path / "house.duckdb")) as store:
        with store.change() as cursor:  # somebody publishes, and a reader reads on
            record(cursor, LOCAL, Deed.TARGET)
            with ThreadPoolExecutor(1) as reading:
                reading.submit(record_read, store, LOCAL, Deed.LIST_READ, READ).result(timeout=5)
        assert (verify(store, GOVERNOR).entries, verify(store, GOVERNOR).aside) == (1, 1)

        def act(number: int) -> None:
            if number % 3:
                record_read(store, LOCAL, Deed.LIST_READ, About(BRENT, rows=number))
                return
            with store.change() as cursor:
                record(cursor, LOCAL, Deed.TARGET)

        with ThreadPoolExecutor(6) as writing:
            list(writing.map(act, range(60)))
        record_read(store, LOCAL, Deed.LIST_READ, READ)
        state = verify(store, GOVERNOR)
        assert (state.broken, state.entries, state.aside) == (None, 63, 0)
    with closing(Store.open_file(tmp_path / "house.duckdb")) as store:
        assert verify(store, GOVERNOR).entries == 63, "what waited in the journal is kept"


def test_an_act_that_fails_leaves_no_entry_and_a_read_that_cannot_be_noted_is_refused(store, monkeypatch):
    with pytest.raises(ZeroDivisionError), store.change() as cursor:
        record(cursor, LOCAL, Deed.TARGET)
        raise ZeroDivisionError
    assert verify(store, GOVERNOR).entries == 0
    full = "IO Error: Could not write file: No space left on device"

    def fails(*_):
        raise duckdb.IOException(full)

    monkeypatch.setattr("data.ledger.audit_log.seal", fails)
    with pytest.raises(Mendable, match="disk"):
        record_read(store, LOCAL, Deed.LIST_READ, READ)
    assert verify(store, GOVERNOR).entries == 0


def test_reads_and_comments_move_no_cache(store):
    publish_rows(store, {"children": example_rows("children", [{}])})
    before = revision(store, LOCAL)
    record_read(store, LOCAL, Deed.LIST_READ, READ)
    keep_comment(store, LOCAL, Comment(BRENT, "children_on_a_plan", OCTOBER, "As expected.", "Ann"), [])
    assert revision(store, LOCAL) == before
    assert verify(store, GOVERNOR).entries == 3


def test_the_log_takes_no_child_and_nobodys_name():
    for word in ("Femi Ade", "a@b.org", "x" * 81, "two words"):
        with pytest.raises(ValueError, match="keeps no such word"):
            About(page=word)
    for reason in ("For Mr Ade", "child 1234567", "see SW1A 1AA", "ring 020 7946 0000", "ask a.b@example.org"):
        with pytest.raises(Mendable, match="The reason holds .* at letter"):
            About(reason=reason)
    told = json.loads(About(BRENT, month=date(2026, 10, 31), reason="To mend 14 rows of October 2026").written())
    assert told == {"authority": BRENT, "month": "2026-10-31", "reason": "To mend 14 rows of October 2026"}


def test_only_who_governs_or_administers_follows_the_log_and_only_who_governs_reads_it(store):
    for role in ("analyst", "administrator", "member", "senior_manager"):
        reader = Reader("somebody", (role,), ("*",), ("*",))
        with pytest.raises(Mendable, match="may not read the log"):
            entries(store, reader)
        if role != "administrator":
            with pytest.raises(Mendable, match="may not read the log"):
                verify(store, reader)


def test_who_governs_reads_who_read_what_by_person_and_day(log):
    told = entries(log, GOVERNOR, LOCAL.who)
    assert list(told["entry"]) == list(range(ENTRIES, 0, -1))
    (read,) = told.loc[told["what"] == "list read"].to_dict("records")
    assert read["about"] == f"2026-10, authority {BRENT}, indicator children_on_a_plan, filters team, teams 1"
    assert read["rows"] == 12
    again = entries(log, GOVERNOR)
    assert list(again["what"][:2]) == ["log read", "log read"], "that the log was read is entered, too"
    day = again["at"].iloc[0].date()
    assert entries(log, GOVERNOR, LOCAL.who, day + timedelta(days=1)).empty
    assert len(entries(log, GOVERNOR, LOCAL.who, day, day)) == ENTRIES
    assert people(log, GOVERNOR) == ["a governor", "local"]


@pytest.mark.soak
def test_any_disorder_of_a_long_log_is_named(store):
    chance = random.Random(17)
    filled(store)
    for number in range(200):
        record_read(store, LOCAL, Deed.LIST_READ, About(BRENT, rows=number))
    for _ in range(300):
        first, second = sorted(chance.sample(range(1, ENTRIES + 201), 2))
        swapped = f"case event when {first} then {second} when {second} then {first} else event end"
        kind = chance.choice(("altered", "removed", "swapped"))
        statements = {
            "altered": [f"update store.ledger.events set {chance.choice(ALTERED)} where event = {first}"],
            "removed": [f"delete from store.ledger.events where event between {first} and {second}"],
            "swapped": [moved("events", swapped), moved("seals", swapped)],
        }[kind]
        assert broken(store, *statements)[0] == first, (kind, first, second)
