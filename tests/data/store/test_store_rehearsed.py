"""A rehearsal answers all that it shares with a store, and there is nothing else that it could be asked."""

import inspect
import shutil
from collections import namedtuple

import duckdb
import pytest

from data.access import LOCAL_USER, Reader
from data.errors import Mendable
from data.ledger.history import history
from data.published.shipped_tables import ask_published
from data.store.rehearsal import Readable, Rehearsal
from tests.examples import example_rows
from tests.store_filling import BRENT, OCTOBER, publish_rows


def plans(**stated):
    return {"child_protection_plans": example_rows("child_protection_plans", [stated])}


LOADS = "select count(*) as loads from ledger.loads"
STORED = "select count(*) from store.ledger.loads"


def loads(store, reader=LOCAL_USER):
    return int(store.ask(reader, LOADS)["loads"].iloc[0])


def ask(rehearsal, _):
    assert loads(rehearsal) == 2


def ask_public(rehearsal, store):
    question = "select count(*) as many from known_published"
    assert ask_published(rehearsal, question).equals(ask_published(store, question))


def change(rehearsal, store):
    with rehearsal.change() as cursor:
        assert cursor.execute("select count(*) from store.ledger.loads").fetchall() == [(2,)]
    assert (loads(rehearsal), loads(store)) == (2, 1)


def publish(rehearsal, store):
    stored = rehearsal.publish(BRENT, OCTOBER, OCTOBER, lambda cursor: cursor.execute(STORED).fetchall())
    assert (stored, loads(store)) == ([(2,)], 1)


def reading(rehearsal, _):
    with rehearsal.reading() as cursor:
        assert cursor.execute("select count(*) from store.ledger.loads").fetchall() == [(2,)]


def at_rest(rehearsal, _):
    assert rehearsal.at_rest()


def fill_once(rehearsal, _):
    filled = []
    rehearsal.fill_once(filled.append)
    rehearsal.fill_once(filled.append)
    assert len(filled) == 1


def must_have_room(rehearsal, _):
    rehearsal.must_have_room(2**60)  # in memory nothing fills a disk


def path(rehearsal, store):
    assert rehearsal.path == store.path is None


def where(rehearsal, store):
    assert rehearsal.where == store.where


def invented(rehearsal, store):
    assert rehearsal.invented == store.invented


def pseudonyms(rehearsal, store):
    assert rehearsal.pseudonyms is store.pseudonyms


def public(rehearsal, store):
    assert rehearsal.public is store.public


def decide(rehearsal, store):
    assert rehearsal.decide is store.decide is None, "it is said by who opens a store for people"


EVERY = {
    each.__name__: each
    for each in (
        ask,
        ask_public,
        at_rest,
        change,
        decide,
        fill_once,
        invented,
        must_have_room,
        path,
        pseudonyms,
        public,
        publish,
        reading,
        where,
    )
}


def test_every_answer_of_a_rehearsal_is_tried_here():
    shared = {name for name in (*vars(Readable), *inspect.get_annotations(Readable)) if not name.startswith("_")}
    assert shared == set(EVERY)
    assert {name for name in dir(Rehearsal) if not name.startswith("_")} <= shared, "it inherits what it cannot answer"


@pytest.mark.parametrize("name", EVERY)
def test_a_rehearsal_answers(store, name):
    publish_rows(store, plans(child_id="Femi"))
    with store.rehearsal() as rehearsal:
        publish_rows(rehearsal, plans(child_id="Gwen"))
        EVERY[name](rehearsal, store)
    assert loads(store) == 1


def test_a_rehearsal_on_a_full_disk_is_refused(tmp_path, monkeypatch, store):
    full = namedtuple("Usage", "total used free")(0, 0, 0)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: full)
    store.where = str(tmp_path / "store.duckdb")
    with store.rehearsal() as rehearsal, pytest.raises(Mendable):
        rehearsal.must_have_room(1)


def test_what_one_reader_asks_of_a_rehearsal_leaves_the_next_change_whole(store):
    elsewhere = Reader("somebody", ("analyst",), ("E09000009",), ("*",))
    publish_rows(store, plans(child_id="Femi"))
    with store.rehearsal() as rehearsal:
        assert history(rehearsal, elsewhere).empty
        with pytest.raises(duckdb.Error):
            rehearsal.ask(elsewhere, "select no_such_column from ledger.loads")
        with rehearsal.change() as cursor:
            known = cursor.execute("select authority from loads_known(timestamp '9999-01-01')").fetchall()
    assert known == [(BRENT,)]
