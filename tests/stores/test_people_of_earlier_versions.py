"""A store of an earlier version is made anew with pseudonyms: the same rows and figures, and never half."""

import shutil
from contextlib import closing
from pathlib import Path

import duckdb
import pytest

from data.access import LOCAL_USER as LOCAL
from data.errors import Mendable
from data.store.pseudonyms import PSEUDONYM
from data.upkeep import made_anew
from data.upkeep.made_anew import open_with_pseudonyms
from indicators.figures.one_child import records_held
from tests.store_filling import OCTOBER
from tests.stores import reading

CHILD = b"C03482"


@pytest.fixture
def earlier(tmp_path) -> Path:
    return reading.unpacked(tmp_path)


def files_with(folder: Path, text: bytes) -> set[str]:
    return {path.name for path in folder.rglob("*") if path.is_file() and text in path.read_bytes()}


def test_no_identifier_is_in_the_new_store_and_every_row_and_subject_is(earlier, tmp_path):
    with duckdb.connect(earlier) as connection:  # as records are named that are made of lists
        connection.execute(
            "update measured.rows as rows set subject = child_id || '-' || subject where subject in "
            "(select plan_id from uploaded.child_protection_plans)"
        )
        connection.execute("update uploaded.child_protection_plans set plan_id = child_id || '-' || plan_id")
        subjects = connection.execute("select count(distinct (measurement, subject)) from measured.rows").fetchall()
    with closing(open_with_pseudonyms(earlier, None)) as store:
        held = records_held(store, LOCAL, reading.BRENT, OCTOBER, CHILD.decode())
        with store.reading() as cursor:
            asked = "select count(distinct (measurement, subject)) from store.measured.rows"
            assert cursor.execute(asked).fetchall() == subjects
            children = cursor.execute("select distinct child_id from store.measured.rows").fetchall()
            files = cursor.execute("select distinct file from store.ledger.loads").fetchall()
    assert held and all(child is None or PSEUDONYM.fullmatch(child) for (child,) in children)
    assert not any(".csv" in file for (file,) in files)
    olds = files_with(tmp_path, CHILD)
    assert earlier.name not in olds and {name.removeprefix(earlier.name).split("-")[0] for name in olds} == {
        ".version",
        ".with",
    }


@pytest.mark.parametrize("step", ["_give_pseudonyms", "copy_into", "_must_be_the_same", "put_in_place"])
def test_whoever_is_stopped_on_the_way_finds_the_old_store_and_begins_again(earlier, tmp_path, monkeypatch, step):
    class Stopped(BaseException):
        """Stand for a process that is killed."""

    def stop(*_):
        raise Stopped

    open_with_pseudonyms(earlier, None).close()
    (old,) = tmp_path.glob("*.with-identifiers-*")
    shutil.copyfile(old, earlier)
    held = earlier.read_bytes()
    with monkeypatch.context() as here, pytest.raises(Stopped):
        here.setattr(made_anew, step, stop)
        open_with_pseudonyms(earlier, None)
    assert earlier.read_bytes() == held
    with closing(open_with_pseudonyms(earlier, None)) as store:
        assert store.pseudonyms.key_id
    assert not list(tmp_path.glob("*unfinished*"))


def test_what_would_lose_a_row_is_refused_and_the_store_is_as_it_was(earlier, monkeypatch):
    def lose(connection, _):
        connection.execute("delete from store.uploaded.children where row = 2")

    monkeypatch.setattr(made_anew, "_give_pseudonyms", lose)
    with pytest.raises(Mendable, match="other rows of uploaded.children. It is as it was"):
        open_with_pseudonyms(earlier, None)
    assert CHILD in earlier.read_bytes()
