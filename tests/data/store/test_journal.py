"""What was acknowledged is in the store file itself, readers read on, and a journal of another moment is refused."""

import shutil
from contextlib import closing
from types import SimpleNamespace

import duckdb
import pytest

from data.access import LOCAL_USER as LOCAL
from data.errors import Mendable
from data.ledger.attempts import note_attempts
from data.ledger.confirmed_headings import confirm_headings
from data.ledger.history import history, revision
from data.ledger.loads import restore, withdraw
from data.ledger.stored_answers import keep_answer, kept_answer
from data.store import journal
from data.store.journal import journal_of
from data.store.store import Store
from tests.examples import example_rows
from tests.store_filling import BRENT, OCTOBER, publish_rows

PLANS = "child_protection_plans"


@pytest.fixture
def kept(tmp_path):
    with closing(Store.create(tmp_path / "house.duckdb")) as store:
        yield store


def publish(store: Store, *children: str) -> None:
    publish_rows(store, {PLANS: example_rows(PLANS, [{"child_id": child} for child in children])})


def test_every_act_is_in_the_file_while_readers_read_on(kept):
    publish(kept, "Femi")
    acts = [
        lambda: publish(kept, "Femi", "Gwen"),
        lambda: withdraw(kept, LOCAL, 2, "the wrong file"),
        lambda: restore(kept, LOCAL, 2, "it was right"),
        lambda: note_attempts(kept, LOCAL, BRENT, OCTOBER, []),
        lambda: confirm_headings(kept, LOCAL, BRENT, {PLANS: {"Child Ref": "child_id"}}),
        lambda: keep_answer(kept, LOCAL, BRENT, OCTOBER, "alerts", "one", revision(kept, LOCAL)),
        lambda: keep_answer(kept, LOCAL, BRENT, OCTOBER, "alerts", "two", revision(kept, LOCAL)),
        lambda: publish(kept, "Hana"),
    ]
    for act in acts:
        with kept.reading() as earlier:
            asked = (
                "select count(*), (select count(*) from store.ledger.events) from store.uploaded.child_protection_plans"
            )
            before = earlier.execute(asked).fetchall()
            act()
            assert earlier.execute(asked).fetchall() == before, "whoever was reading sees what they saw"
        if "answer" not in act.__code__.co_names[0]:
            assert not journal_of(kept.path).exists()
    assert kept_answer(kept, LOCAL, BRENT, OCTOBER, "alerts") is None, "another month was published since"


def test_an_answer_that_is_worked_out_again_takes_the_place_of_the_earlier_one(kept):
    publish(kept, "Femi")
    for answer in ("one", "two"):
        keep_answer(kept, LOCAL, BRENT, OCTOBER, "alerts", answer, revision(kept, LOCAL))
        assert kept_answer(kept, LOCAL, BRENT, OCTOBER, "alerts") == answer


def test_without_room_to_write_the_journal_out_it_says_that_all_was_kept_and_readers_read_on(kept, monkeypatch):
    monkeypatch.setattr(journal.shutil, "disk_usage", lambda _: SimpleNamespace(free=2**20))
    monkeypatch.setattr(Store, "must_have_room", lambda *_: None)
    with pytest.raises(
        Mendable, match=r"was kept in \S+\.wal, and could not be written .* not enough space on its disk"
    ):
        publish(kept, "Femi")
    assert len(history(kept, LOCAL)) == 1
    monkeypatch.undo()
    publish(kept, "Gwen")
    assert len(history(kept, LOCAL)) == 2 and not journal_of(kept.path).exists()


def test_a_question_that_goes_on_is_waited_for_and_then_named(kept, monkeypatch):
    publish(kept, "Femi")
    monkeypatch.setattr(journal, "PATIENCE", 0.05)
    with kept.reading() as earlier:
        earlier.execute("select * from store.ledger.events").fetchall()
        with pytest.raises(Mendable, match="somebody's question to it has not ended yet"), kept.change() as cursor:
            cursor.execute("update store.ledger.events set who = 'Ann'")
    publish(kept, "Gwen")
    assert not journal_of(kept.path).exists()


@pytest.mark.parametrize("which", ["the journal of before", "a later journal"])
def test_a_file_and_a_journal_of_different_moments_are_refused_again_and_again(which, tmp_path):
    path, copy = tmp_path / "house.duckdb", tmp_path / "copy" / "house.duckdb"
    copy.parent.mkdir()
    with closing(Store.create(path)) as store:
        with store.change() as cursor:
            note(cursor, 1)
        shutil.copy(path, copy)  # the first act, without the second
        for number in (2, 3):
            with store.change() as cursor:
                note(cursor, number)
                cursor.commit()
                if number == (2 if which == "the journal of before" else 3):
                    shutil.copy(journal_of(path), journal_of(copy))
                cursor.begin()
            if which == "the journal of before" and number == 2:
                shutil.copy(path, copy)  # the second, too
    for _ in range(2):
        with pytest.raises(Mendable, match="of different moments: a event of ledger.events (is missing|stands twice)"):
            Store.open_file(copy)
    Store.open_file(path).close()


def note(cursor, number: int) -> None:
    cursor.execute(
        "insert into store.ledger.events values (?, now()::timestamp, 'Ann', 'tried', null, true, '{}')", [number]
    )


@pytest.mark.parametrize(
    "torn",
    ["delete from uploaded.children where row = (select min(row) from uploaded.children)", "delete from ledger.loads"],
)
def test_a_copy_of_the_file_alone_whose_loads_have_not_their_rows_is_refused_when_it_is_opened(torn, tmp_path):
    path = tmp_path / "house.duckdb"
    with closing(Store.create(path)) as store:
        publish_rows(store, {"children": example_rows("children", [{}, {}])})
    with duckdb.connect(str(path)) as as_torn:
        as_torn.execute(torn)
    with pytest.raises(Mendable, match="load 1 .* has . rows, and its entry says .*while something was published"):
        Store.open_file(path)
