"""What is wrong with a lake is said in a sentence, and nothing is written."""

import re
import shutil
import time
from contextlib import closing, suppress
from pathlib import Path

import duckdb
import pytest

from data.access import LOCAL_USER as LOCAL
from data.errors import Mendable
from data.lake.address import address_of
from data.lake.folder import WHOSE
from data.lake.lake import Lake
from data.ledger.history import history, months_held, published_rows
from data.settings import Settings
from data.store.keys import make_key
from data.upkeep.doctor import look_through
from tests.crash.test_two_analysts import PLANS, plans, put_in
from tests.data.lake.conftest import database_of
from tests.every_case import every
from tests.store_filling import BRENT, OCTOBER

NOWHERE = [
    ("ducklake:sqlite:lake.db", "begins like a lake and is none that this program knows"),
    ("ducklake:postgres:host=/tmp", "does not say which database of PostgreSQL"),
    ("ducklake:postgres:postgresql://ann:secret@host/lake", "does not say which database of PostgreSQL"),
    ("ducklake:postgres:dbname=lake password=secret", "holds a password, which every message would show"),
    ("ducklake:postgres:dbname=lake password='a b'", "holds a password, which every message would show"),
    ("ducklake:postgres:dbname=lake Password=secret", "holds a Password, which every message would show"),
    ("ducklake:postgres:dbname=lake passwd=secret", "holds a passwd, which every message would show"),
    ("ducklake:postgres:dbname=lake'; drop", "does not say which database of PostgreSQL"),
]


@every("case", NOWHERE)
def test_an_address_that_is_none_is_refused(case):
    where, sentence = case
    with pytest.raises(Mendable, match=re.escape(sentence)) as told:
        address_of(where)
    assert "secret" not in str(told.value)


def test_an_address_may_name_the_file_of_the_password():
    where = "ducklake:postgres:dbname=lake passfile=/etc/lake.pass"
    assert str(address_of(where)) == where


def test_a_catalogue_that_cannot_be_reached_is_named(postgres, tmp_path):
    for words, sentence in [
        (f"dbname=none host={postgres.folder} user=tests", 'database "none" does not exist'),
        (f"dbname=none host={tmp_path} user=tests", "No such file or directory"),
    ]:
        with pytest.raises(
            Mendable, match=rf"PostgreSQL does not let us in at ducklake.*{sentence}.*Nothing was written"
        ):
            Lake.open_at(address_of(f"ducklake:postgres:{words}"))


def test_a_store_is_never_made_silently_nor_over_another(postgres, lake, tmp_path):
    empty = postgres.database()
    with pytest.raises(Mendable, match="There is no store at ducklake.*python cli.py init"):
        Lake.open_at(empty)
    with pytest.raises(Mendable, match="set SLAC_LAKE_FOLDER"):
        Lake.begin_at(empty, None)
    with pytest.raises(Mendable, match="There is no folder .* make it, or mount it"):
        Lake.begin_at(empty, tmp_path / "none")
    with pytest.raises(Mendable, match="A store stands at ducklake.* already"):
        Lake.begin_at(lake.address, lake.folder)
    with pytest.raises(Mendable, match="SLAC_LAKE_FOLDER says"):
        Lake.begin_at(lake.address, tmp_path)


def test_a_folder_whose_owner_was_killed_as_it_was_named_is_begun_in(postgres, tmp_path):
    (tmp_path / WHOSE).touch()
    Lake.begin_at(postgres.database(), tmp_path).close()
    with pytest.raises(Mendable, match="may be another lake's"):
        Lake.begin_at(postgres.database(), tmp_path)


def test_a_catalogue_of_another_version_is_refused(postgres, lake):
    for change, sentence in [
        ("update ducklake_metadata set value = '0.3' where key = 'version'", "is of version 0.3 of DuckLake"),
        ("update ducklake_metadata set value = '1.0' where key = 'version'", None),
        ("update ducklake_metadata set value = 'false' where key = 'encrypted'", "is not encrypted"),
    ]:
        postgres.ask(database_of(lake.address), change)
        if sentence:
            with pytest.raises(Mendable, match=sentence):
                Lake.open_at(lake.address)
        else:
            Lake.open_at(lake.address).close()


def test_a_folder_that_takes_no_files_is_refused(lake, monkeypatch):
    away = lake.folder.rename(lake.folder.with_name("away"))
    with pytest.raises(Mendable, match="There is no folder"):
        Lake.open_at(lake.address)
    with pytest.raises(Mendable, match="There is no folder .* Nothing was written"):
        put_in(lake, LOCAL, plans("Femi"))
    away.rename(lake.folder)
    put_in(lake, LOCAL, plans("Femi"))
    monkeypatch.setattr("data.lake.folder.tempfile.TemporaryFile", refuse)
    with pytest.raises(Mendable, match="takes no files: Read-only file system"):
        Lake.open_at(lake.address)


def refuse(**_):
    raise OSError(30, "Read-only file system")


def removed(file: Path) -> None:
    file.rename(file.with_suffix(".away"))


def altered(file: Path) -> None:
    shutil.copy(file, file.with_suffix(".away"))
    contents = bytearray(file.read_bytes())
    contents[len(contents) // 2] ^= 255
    file.write_bytes(contents)


def test_a_file_that_is_missing_or_altered_is_named_and_nothing_is_read_of_it(lake):
    before = {*lake.folder.rglob("*.parquet")}
    put_in(lake, LOCAL, plans("Femi"))
    (file,) = {*(lake.folder / "uploaded" / PLANS).glob("*.parquet")} - before
    for harm, sentence in [
        (removed, "a file of the store at .* cannot be read: No such file"),
        (altered, "is damaged and part of it cannot be read"),
    ]:
        harm(file)
        with closing(Lake.open_at(lake.address)) as another:  # what was read once stays in memory
            with pytest.raises(Mendable, match=sentence):
                published_rows(another, LOCAL, BRENT, OCTOBER, PLANS)
            (look,) = look_through(LOCAL, Settings(None, None, None), another)
            assert not look.well and re.search(sentence, look.says)
        file.with_suffix(".away").replace(file)
    (look,) = look_through(LOCAL, Settings(None, None, None), lake)
    assert look.well and len(published_rows(lake, LOCAL, BRENT, OCTOBER, PLANS)) == 1


def test_postgres_away_is_said_what_was_shown_stays_and_what_comes_back_goes_on(lake, postgres):
    put_in(lake, LOCAL, plans("Femi"))
    assert len(history(lake, LOCAL)) == 1 and not lake.silent
    postgres.stop()
    try:
        assert len(history(lake, LOCAL)) == 1 and "does not answer. What is shown is as it stood" in lake.silent
        for act in (lambda: months_held(lake, LOCAL, BRENT), lambda: put_in(lake, LOCAL, plans("Gwen"))):
            with pytest.raises(Mendable, match="PostgreSQL, which keeps the catalogue of .*, does not answer"):
                act()
    finally:
        postgres.start()
    put_in(lake, LOCAL, plans("Gwen"))
    assert len(history(lake, LOCAL)) == 2 and not lake.silent


CUT_OFF = "select pg_terminate_backend(pid) from pg_stat_activity where datname = '{}'"


def test_a_catalogue_that_was_cut_off_is_named_where_all_that_is_left_is_an_aborted_transaction(lake, postgres):
    named = pytest.raises(Mendable, match="PostgreSQL, .*, broke off in the middle of an answer. Nothing was changed")
    with named, lake.reading() as cursor:
        cursor.execute("from store.ledger.house").fetchall()
        postgres.ask("postgres", CUT_OFF.format(database_of(lake.address)))
        with suppress(duckdb.Error):  # as DuckDB passes over what it asks while it plans
            cursor.execute("from store.ledger.loads").fetchall()
        cursor.execute("from store.ledger.turns").fetchall()
    put_in(lake, LOCAL, plans("Femi"))


def test_an_aborted_transaction_hides_no_other_cause_and_none_of_a_file_is_of_postgres(lake, store):
    for place in (lake, store):
        with pytest.raises(duckdb.TransactionException, match="is aborted") as told, place.reading() as cursor:
            try:
                cursor.execute("select error('it is ours') from store.ledger.house")
            except duckdb.Error:
                cursor.execute("from store.ledger.turns")
        assert "it is ours" in str(told.value.__context__)
    with pytest.raises(duckdb.TransactionException, match="is aborted"), store.reading() as cursor:
        with suppress(duckdb.Error):
            cursor.execute("select error('it is ours') from store.ledger.house")
        cursor.execute("from store.ledger.turns")


def test_a_clock_that_differs_between_machines_writes_nothing(lake, monkeypatch):
    put_in(lake, LOCAL, plans("Femi"))
    with monkeypatch.context() as patched:
        patched.setattr("data.lake.write_lock.time.time", lambda: time.time_ns() / 1e9 + 3600)
        with pytest.raises(Mendable, match="The clock of this computer says .* PostgreSQL .* Nothing was written"):
            put_in(lake, LOCAL, plans("Gwen"))
    assert len(history(lake, LOCAL)) == 1


def test_another_region_writes_nothing_into_the_catalogue_of_one(lake, tmp_path):
    theirs = make_key(tmp_path / "their.pseudonyms")
    refused = pytest.raises(Mendable, match="is not the key of this store's pseudonyms")
    with closing(Lake.open_at(lake.address, pseudonym_key=theirs)) as another, refused:
        put_in(another, LOCAL, plans("Femi"))
    assert history(lake, LOCAL).empty


def test_extensions_that_are_not_installed_are_named(lake, monkeypatch):
    monkeypatch.setattr("data.lake.catalogue.EXTENSIONS", ("not_installed",))
    with pytest.raises(Mendable, match="needs DuckDB's extension not_installed .* Install requirements-lake.txt"):
        Lake.open_at(lake.address)


def test_nothing_is_fetched_and_no_other_file_is_read(lake):
    with lake.reading() as cursor:
        for question in (f"from read_csv('{__file__}')", "install excel", "load excel"):
            with pytest.raises(Exception, match="disabled|Permission|not found|Cannot access"):
                cursor.execute(question)
