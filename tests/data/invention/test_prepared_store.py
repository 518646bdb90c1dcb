"""The invented borough is kept ready, opened as a copy, and never opened where the program is another since."""

import pytest

from data.access import LOCAL_USER as LOCAL
from data.invention import AUTHORITY, prepared_store
from data.ledger.history import months_held
from data.store.store import MEMORY, Store


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("kept")
    (folder / "invented-of_an_earlier_program.duckdb").touch()
    prepared_store.keep(note_a_figure, folder)
    return folder


def note_a_figure(store: Store) -> None:
    with store.change() as cursor:
        cursor.execute("insert into store.measured.figures values (1, 2, 3, 3, 0, 0, 2, 1)")


def figures(store: Store) -> list[tuple]:
    with store.change() as cursor:
        return cursor.execute("select * from store.measured.figures").fetchall()


def test_what_was_kept_opens_published_and_measured(folder, borough):
    store = prepared_store.open_prepared(folder)
    assert store is not None and store.invented and store.where == MEMORY and store.path is None
    assert months_held(store, LOCAL, AUTHORITY) == months_held(borough, LOCAL, AUTHORITY)
    assert figures(store) == [(1, 2, 3, 3, 0, 0, 2, 1)]
    store.close()


def test_what_is_changed_is_gone_with_the_process(folder):
    first = prepared_store.open_prepared(folder)
    with first.change() as cursor:
        cursor.execute("delete from store.measured.figures")
    second = prepared_store.open_prepared(folder)
    assert figures(second) and not figures(first)
    first.close()
    second.close()


def test_what_another_program_kept_is_not_opened(folder, monkeypatch):
    monkeypatch.setattr(prepared_store, "fingerprint", lambda: "another")
    assert prepared_store.open_prepared(folder) is None


def test_what_was_kept_before_goes(folder):
    assert [each.name for each in folder.iterdir()] == [prepared_store.kept_at(folder).name]
