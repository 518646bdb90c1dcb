"""The store: one name for memory, file and encrypted file; nothing made silently, nothing shown to the wrong reader."""

import os
import re
import subprocess
import sys
import threading
import time
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pandas
import pytest

from data.access import LOCAL_USER as LOCAL
from data.access import Reader
from data.errors import Mendable
from data.ledger.history import history, months_held, published_rows, turns
from data.ledger.loads import withdraw
from data.months import month_end
from data.store import patience
from data.store.attachment import SAFE
from data.store.error_messages import why_not_opened
from data.store.migrations import VERSION
from data.store.scratch import laid_out
from data.store.store import Store
from data.store.trial import Trial
from data.vocabulary.words import bank_holidays
from tests.examples import example_rows
from tests.store_filling import BRENT, OCTOBER, publish_rows

ROOT = Path(__file__).parents[3]
CANARY = "CANARYCHILD7"
EALING = "E09000009"


@pytest.fixture
def key(tmp_path):
    path = tmp_path / "store.key"
    path.write_text("k" * 40)
    return path


def plans(**stated):
    return {"child_protection_plans": example_rows("child_protection_plans", [stated])}


@pytest.fixture(params=["memory", "file", "encrypted"])
def any_store(request, tmp_path, key):
    """Give the same house three ways."""
    path = tmp_path / "any.duckdb"
    made = {
        "memory": Store.in_memory,
        "file": lambda: Store.create(path),
        "encrypted": lambda: Store.create(path, key),
    }[request.param]()
    yield made
    made.close()


def test_the_same_sql_serves_memory_file_and_encrypted_file(any_store):
    publish_rows(any_store, plans(child_id="Femi"))
    rows = published_rows(any_store, LOCAL, BRENT, OCTOBER, "child_protection_plans")
    as_kept = "Femi" if any_store.path is None else any_store.pseudonyms.of_person(BRENT, "child", "Femi")
    assert rows is not None and list(rows["child_id"]) == [as_kept]
    assert months_held(any_store, LOCAL, BRENT) == [OCTOBER]


def test_a_file_keeps_what_was_published(tmp_path, key):
    path = tmp_path / "kept.duckdb"
    store = Store.create(path, key)
    publish_rows(store, plans(child_id="Femi"))
    store.close()
    store = Store.open_file(path, key)
    assert len(history(store, LOCAL)) == 1
    store.close()


def test_an_encrypted_store_holds_no_plain_text(tmp_path, key):
    for name, unlock in (("plain", None), ("locked", key)):
        path = tmp_path / f"{name}.duckdb"
        store = Store.create(path, unlock)
        publish_rows(store, plans(team=CANARY))
        held = b"".join(each.read_bytes() for each in tmp_path.glob(f"{name}.duckdb*"))
        store.close()
        held += path.read_bytes()
        assert (CANARY.encode() in held) == (unlock is None)


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps who may read a file elsewhere")
@pytest.mark.parametrize("encrypted", [True, False])
def test_what_does_not_fit_into_memory_is_for_the_owner_alone_and_unreadable_where_the_store_is(
    tmp_path, key, encrypted, monkeypatch
):
    monkeypatch.setitem(SAFE, "memory_limit", "60MB")
    monkeypatch.setitem(SAFE, "threads", 1)
    path, spill = tmp_path / "house.duckdb", tmp_path / "house.duckdb.tmp"
    before = os.umask(0o022)
    try:
        with closing(Store.create(path, key if encrypted else None)) as store, store.reading() as cursor:
            many = f"select i, '{CANARY}' || i as name from range(600000) as numbers (i) order by md5(name)"
            cursor.execute(many)
            cursor.fetchmany(10)
            assert spill.stat().st_mode & 0o777 == 0o700
            spilt = b"".join(each.read_bytes() for each in spill.iterdir())
            assert len(spilt) > 2**20
            assert (CANARY.encode() in spilt) == (not encrypted)
    finally:
        os.umask(before)
    assert not spill.exists()


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps who may read a file elsewhere")
def test_the_journal_of_a_store_is_for_its_owner_alone(tmp_path):
    before = os.umask(0o022)
    try:
        with closing(Store.create(tmp_path / "house.duckdb")) as store:
            with store.change() as cursor:
                cursor.execute("insert into store.ledger.house values (1)")
                cursor.commit()  # it stands in the journal until the block ends
                assert {each.name for each in tmp_path.iterdir()} == {"house.duckdb", "house.duckdb.wal"}
                assert [each.stat().st_mode & 0o077 for each in tmp_path.iterdir()] == [0, 0]
                cursor.begin()
            assert {each.name for each in tmp_path.iterdir()} == {"house.duckdb"}
    finally:
        os.umask(before)


def test_f73_what_does_not_fit_is_a_sentence_and_the_store_reads_on(tmp_path, monkeypatch):
    def limit_of(cursor) -> float:
        size, unit = cursor.execute("select current_setting('memory_limit')").fetchall()[0][0].split()
        return float(size) * 1024 ** ["KiB", "MiB", "GiB", "TiB"].index(unit)

    with closing(Store.in_memory()) as store, store.reading() as cursor, duckdb.connect(":memory:") as unlimited:
        assert limit_of(cursor) < 0.7 * limit_of(unlimited)
    monkeypatch.setitem(SAFE, "memory_limit", "60MB")
    with closing(Store.create(tmp_path / "house.duckdb")) as store:
        publish_rows(store, plans(child_id="Femi"))
        with pytest.raises(Mendable, match="asks for more memory than the store at .* Ask for fewer months"):
            store.ask(LOCAL, "select list(i) as many from range(30000000) as numbers (i)")
        assert len(history(store, LOCAL)) == 1


def test_f73_a_question_that_takes_too_long_is_stopped_and_the_store_reads_on(store, monkeypatch):
    publish_rows(store, plans(child_id="Femi"))
    monkeypatch.setattr(patience, "LONGEST", 0.2)
    with pytest.raises(Mendable, match="took too long, and was stopped .* Ask for fewer months"):
        store.ask(LOCAL, "select sum(a.i * b.i) as sum from range(3000000) as a (i), range(3000000) as b (i)")
    assert len(history(store, LOCAL)) == 1
    time.sleep(0.3)
    assert len(history(store, LOCAL)) == 1, "what ended in time is not interrupted afterwards"


def test_f72_a_store_of_another_duckdb_is_told_apart_and_the_version_is_pinned(tmp_path):
    why = "Trying to read a database file with version number 999, but we can only read versions between 64 and 68."
    told = str(why_not_opened(tmp_path / "house.duckdb", why))
    assert "was written by another version of DuckDB (999) than this program's" in told and "not changed" in told
    pinned = re.search(r"^duckdb==(\S+)$", (ROOT / "requirements.txt").read_text(encoding="utf-8"), re.MULTILINE)
    assert pinned is not None and pinned[1] == duckdb.__version__


def test_what_a_killed_process_spilt_goes_when_the_store_is_opened_next(tmp_path):
    path, spill = tmp_path / "house.duckdb", tmp_path / "house.duckdb.tmp"
    Store.create(path).close()
    spill.mkdir()
    (spill / "duckdb_temp_storage_DEFAULT-0.tmp").write_text(CANARY)
    (spill / "not ours.txt").write_text("kept")
    with closing(Store.open_file(path)):
        assert [each.name for each in spill.iterdir()] == ["not ours.txt"]


@pytest.mark.parametrize("spills_from", ["store", "frames"])
def test_a_database_in_memory_spills_into_a_folder_of_this_process_alone(spills_from):
    asked = "select value from duckdb_settings() where name = 'temp_directory'"
    if spills_from == "store":
        with closing(Store.in_memory()) as store, store.reading() as cursor:
            ((place,),) = cursor.execute(asked).fetchall()
    else:
        with laid_out({}, OCTOBER) as laid:
            ((place,),) = (each.values() for each in laid.answers(asked))
    assert Path(place).parent.stat().st_mode & 0o777 == 0o700 and Path(place).parent != Path.cwd()


def test_frames_laid_out_at_once_do_not_see_each_other_and_are_gone_afterwards():
    of_one, of_another = pandas.DataFrame({"child": ["Ada"]}), pandas.DataFrame({"child": ["Ben"]})
    with laid_out({"a": of_one, "before.a": of_one}, OCTOBER, "create macro whose() as 'one';") as one:
        with laid_out({"a": of_another}, month_end("2026-11"), "create macro whose() as 'another';") as another:
            assert another.answers("select child, whose() as whose, month_end() as ends from a") == [
                {"child": "Ben", "whose": "another", "ends": month_end("2026-11")}
            ]
            with pytest.raises(duckdb.CatalogException):
                another.answers("select child from before.a")
        assert one.answers(
            "select child, whose() as whose, month_end() as ends from before.a join a using (child)"
        ) == [{"child": "Ada", "whose": "one", "ends": OCTOBER}]
    with laid_out({}, OCTOBER) as later:
        assert later.answers("select table_name from duckdb_tables()") == []
        with pytest.raises(duckdb.CatalogException):
            later.answers("select whose()")


def test_a_wrong_key_gets_one_plain_sentence(tmp_path, key):
    path = tmp_path / "locked.duckdb"
    Store.create(path, key).close()
    other = tmp_path / "other.key"
    other.write_text("o" * 40)
    with pytest.raises(Mendable, match=r"^The key does not open .*\. Check that SLAC_STORE_KEY .*\.$"):
        Store.open_file(path, other)
    with pytest.raises(Mendable, match="is encrypted. Set SLAC_STORE_KEY"):
        Store.open_file(path)


def test_a_plain_store_is_not_taken_for_an_encrypted_one(tmp_path, key):
    path = tmp_path / "plain.duckdb"
    Store.create(path).close()
    with pytest.raises(Mendable, match="not encrypted|not a store this key"):
        Store.open_file(path, key)


def test_without_the_safe_cipher_nothing_is_written(tmp_path, key, monkeypatch):
    def missing(*_, **__):
        raise OSError("no such extension")

    monkeypatch.setattr("duckdb_extensions.import_extension", missing)
    with pytest.raises(Mendable, match="cannot be encrypted safely here"):
        Store.create(tmp_path / "locked.duckdb", key)
    assert not list(tmp_path.glob("*.duckdb*"))


def test_the_unsafe_fallback_is_off_and_cannot_be_turned_on(tmp_path, key):
    store = Store.create(tmp_path / "locked.duckdb", key)
    with store.change() as cursor:
        setting = cursor.execute("select current_setting('force_mbedtls_unsafe')").fetchone()
        assert setting == (False,)
        cipher = cursor.execute("select cipher from duckdb_databases() where database_name = 'store'").fetchone()
        assert cipher == ("GCM",)
    with pytest.raises(duckdb.Error, match="locked"), store.change() as cursor:
        cursor.execute("set force_mbedtls_unsafe = true")
    store.close()


def test_a_short_key_is_refused(tmp_path):
    short = tmp_path / "short.key"
    short.write_text("secret")
    with pytest.raises(Mendable, match="has 6 bytes; a key needs 32 or more"):
        Store.create(tmp_path / "locked.duckdb", short)


def test_a_missing_store_is_never_made_silently(tmp_path):
    with pytest.raises(Mendable, match="There is no store at .* cli.py init"):
        Store.open_file(tmp_path / "gone.duckdb")
    assert not list(tmp_path.iterdir())


def test_a_store_is_not_made_over_another(tmp_path):
    path = tmp_path / "kept.duckdb"
    Store.create(path).close()
    before = path.read_bytes()
    with pytest.raises(Mendable, match="is there already"):
        Store.create(path)
    assert path.read_bytes() == before


def test_what_is_no_store_is_named_and_left_alone(tmp_path):
    path = tmp_path / "letter.duckdb"
    path.write_bytes(b"Dear all, " * 1000)
    with pytest.raises(Mendable, match="is not a store"):
        Store.open_file(path)
    assert path.read_bytes() == b"Dear all, " * 1000


def test_a_store_of_a_newer_version_is_refused(tmp_path):
    path = tmp_path / "newer.duckdb"
    store = Store.create(path)
    with store.change() as cursor:
        cursor.execute("update store.ledger.house set version = 99")
    store.close()
    before = path.read_bytes()
    with pytest.raises(Mendable, match=f"is a store of version 99; this program keeps version {VERSION}"):
        Store.open_file(path)
    assert path.read_bytes() == before


def test_a_second_process_is_told_who_holds_the_store(tmp_path):
    path = tmp_path / "held.duckdb"
    store = Store.create(path)
    answer = subprocess.run(
        [sys.executable, "cli.py", "loads", "--store", str(path)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    store.close()
    assert answer.returncode == 2
    assert "is in use by" in answer.stderr and "PID" in answer.stderr
    assert len(answer.stderr.strip().splitlines()) == 1


def test_the_outside_is_closed(store):
    for question in ("select * from read_text('/etc/hostname')", "install httpfs", "attach '/tmp/other.duckdb'"):
        with pytest.raises(duckdb.Error), store.change() as cursor:
            cursor.execute(question)
    with pytest.raises(duckdb.Error, match="locked"), store.change() as cursor:
        cursor.execute("set enable_external_access = true")


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("from store.ledger.loads", "store.ledger.loads"),
        ("with loads as (from store.ledger.loads) from loads", "store.ledger.loads"),
        ("select (select count(*) from store.uploaded.children)", "store.uploaded.children"),
        ("from ledger.loads where load in (select load from store.measured.rows)", "store.measured.rows"),
        ("from ledger.loads union all from memory.ledger.loads", "memory.ledger.loads"),
        ("from query_table('store.ledger.loads')", "query_table"),
        ("from query('from store.ledger.loads')", "query"),
        ("from duckdb_tables()", "duckdb_tables"),
        ("from frame", "frame"),
        ("from 'loads.csv'", "loads.csv"),
        ("describe store.ledger.loads", "what tables there are"),
        ("delete from store.ledger.loads", "only a select"),
        ("set variable authorities = ['*']", "only a select"),
        ("from ledger.loads; drop table store.ledger.loads", "only a select"),
    ],
)
def test_a_question_may_not_ask_of_what_stands_behind_the_views(store, question, named):
    with pytest.raises(PermissionError, match=named):
        store.ask(LOCAL, question)
    with pytest.raises(PermissionError, match=named), store.rehearsal() as as_it_would_be:
        as_it_would_be.ask(LOCAL, question)


def test_every_view_shows_nothing_of_another_authority(store):
    """Rows are put into every table of the store by hand, so that a table without its view is missed here."""
    tables = _fill_every_table(store)
    somebody, nobody = (Reader("someone", ("analyst",), whose, ("*",)) for whose in ((BRENT,), (EALING,)))
    for name in tables:
        assert len(store.ask(LOCAL, f"from {name}")) == len(store.ask(somebody, f"from {name}")) == 1, name
        assert store.ask(nobody, f"from {name}").empty, name
    for words in ("loads_known(timestamp '9999-01-01')", f"loads_known_each_time('{BRENT}')"):
        assert len(store.ask(somebody, f"from {words}")) == 1 and store.ask(nobody, f"from {words}").empty


def _fill_every_table(store):
    """Put one row of Brent into every table; return the names of their views."""
    named = "select schema_name || '.' || table_name from duckdb_tables() where database_name = 'store'"
    with store.change() as cursor:
        every = [name for (name,) in cursor.execute(named).fetchall() if not name.startswith("reference.")]
        every = [name for name in every if name not in ("ledger.house", "ledger.pseudonyms", "ledger.reads_aside")]
        for name in every:
            columns = cursor.execute(f"describe store.{name}").fetchall()
            cursor.execute(f"insert into store.{name} select {', '.join(map(_filler, columns))}")
    return every


def _filler(column):
    """Say in SQL what a column is filled with: the authority, 1, or a day."""
    name, kind = column[:2]
    if name == "authority":
        return f"'{BRENT}'"
    texts = {"VARCHAR": "'a'", "DATE": "date '2026-10-31'", "TIMESTAMP": "timestamp '2026-11-01'", "BLOB": "'a'::blob"}
    return texts.get(kind, "[1]" if kind.endswith("[]") else "1")


def test_a_reader_sees_only_their_authorities(store):
    publish_rows(store, plans(child_id="Femi"), authority=BRENT)
    publish_rows(store, plans(child_id="Gwen"), authority=EALING)
    ealing = Reader("someone in Ealing", ("analyst",), (EALING,), ("*",))
    assert list(history(store, ealing)["authority"]) == [EALING]
    assert published_rows(store, ealing, BRENT, OCTOBER, "child_protection_plans") is None
    with pytest.raises(Mendable, match="may not see figures of E09000005"):
        publish_rows(store, plans(), authority=BRENT, reader=ealing)
    assert len(history(store, LOCAL)) == 2


def test_threads_get_the_answers_to_their_own_questions(store):
    for number, month in enumerate(("2026-07", "2026-08", "2026-09", "2026-10")):
        rows = example_rows("child_protection_plans", [{}] * (number + 1))
        publish_rows(store, {"child_protection_plans": rows}, month_end(month))
    wrong = []

    def ask(number, month):
        for _ in range(40):
            rows = published_rows(store, LOCAL, BRENT, month_end(month), "child_protection_plans")
            if rows is None or len(rows) != number + 1:
                wrong.append((number, None if rows is None else len(rows)))

    asking = [
        threading.Thread(target=ask, args=pair) for pair in enumerate(("2026-07", "2026-08", "2026-09", "2026-10"))
    ]
    for each in asking:
        each.start()
    for each in asking:
        each.join()
    assert not wrong


def test_a_change_that_fails_leaves_nothing(store):
    with pytest.raises(ZeroDivisionError), store.change() as cursor:
        cursor.execute("insert into store.ledger.events values (1, now()::timestamp, 'x', 'y', null, true, '{}')")
        raise ZeroDivisionError
    with store.change() as cursor:
        assert cursor.execute("select count(*) from store.ledger.events").fetchone() == (0,)


WORDS = [
    ("open_on(date '2026-10-31', null, date '2026-10-31')", True),
    ("open_on(date '2026-11-01', null, date '2026-10-31')", False),
    ("open_on(date '2026-01-01', date '2026-10-31', date '2026-10-31')", False),
    ("open_on(date '2026-01-01', date '2026-11-01', date '2026-10-31')", True),
    ("begun_within(date '2026-10-31', date '2026-10-31', date '2026-10-31')", True),
    ("begun_within(date '2026-11-01', date '2026-10-31', date '2026-10-31')", False),
    ("begun_within(date '2026-11-01', date '2026-10-31', null)", True),
    ("begun_within(date '2026-10-30', date '2026-10-31', null)", False),
    ("months_before(date '2026-02-28', 24) = date '2024-02-29'", True),
    ("months_before(date '2024-02-29', 12) = date '2023-02-28'", True),
    ("months_before(date '2026-03-15', 6) = date '2025-09-15'", True),
    ("in_months_to(date '2025-10-31', 12, date '2026-10-31')", False),
    ("in_months_to(date '2025-11-01', 12, date '2026-10-31')", True),
    ("in_months_to(date '2026-10-31', 12, date '2026-10-31')", True),
    ("in_months_to(null::date, 12, date '2026-10-31')", None),
    ("age_on(date '2008-10-31', date '2026-10-31') = 18", True),
    ("age_on(date '2008-11-01', date '2026-10-31') = 17", True),
    ("age_on(date '2008-02-29', date '2026-02-28') = 17", True),
    ("age_on(date '2008-02-29', date '2026-03-01') = 18", True),
    ("school_year_start(date '2026-08-31') = date '2025-09-01'", True),
    ("school_year_start(date '2026-09-30') = date '2026-09-01'", True),
    ("of_school_age(date '2021-08-31', date '2026-10-31')", True),
    ("of_school_age(date '2021-09-01', date '2026-10-31')", False),
    ("of_school_age(date '2010-09-01', date '2026-10-31')", True),
    ("of_school_age(date '2010-08-31', date '2026-10-31')", False),
    ("of_school_age(date '2010-08-31', date '2026-08-31')", True),
    ("of_school_age(null::date, date '2026-10-31')", True),
    ("counted_in_march(date '2026-07-31') = date '2026-03-31'", True),
    ("counted_in_march(date '2026-03-31') = date '2026-03-31'", True),
    ("counted_in_march(date '2026-02-28') = date '2026-02-28'", True),
    ("counted_in_march(date '2026-10-31') = date '2026-10-31'", True),
    ("not_short_break('V2')", True),
    ("not_short_break('V4')", False),
    ("working_days_between(date '2026-10-05', date '2026-10-26') = 15", True),
    ("working_days_between(date '2026-08-28', date '2026-09-01') = 1", True),  # a weekend and a bank holiday
    ("working_days_between(date '2022-06-01', date '2022-06-06') = 1", True),  # the jubilee, moved and added to
    ("working_days_between(date '2020-05-04', date '2020-05-08') = 3", True),  # the early May day moved to a Friday
    ("working_days_between(date '2026-10-03', date '2026-10-05') = 1", True),
    ("working_days_between(date '2026-10-05', date '2026-10-05') = 0", True),
    ("working_days_between(date '2026-10-30', date '2026-10-26') = -4", True),
    ("working_days_between(null::date, date '2026-10-26')", None),
    ("working_day_after(date '2026-03-26', 15) = date '2026-04-20'", True),  # Good Friday and Easter Monday between
    ("working_day_after(date '2026-10-03', 1) = date '2026-10-05'", True),
    ("working_day_after(date '2025-12-24', 1) = date '2025-12-29'", True),
    ("working_day_after(null::date, 15)", None),
]


@pytest.mark.parametrize(("said", "meant"), WORDS, ids=[said for said, _ in WORDS])
def test_the_words_mean_what_they_say(store, said, meant):
    with store.change() as cursor:
        assert cursor.execute(f"select {said}").fetchone() == (meant,)


def test_working_days_are_counted_one_by_one(store):
    with store.change() as cursor:
        wrong = cursor.execute(
            """
            with days as (
                select unnest(generate_series(date '2015-06-01', date '2029-06-30', interval 1 day))::date as day
            ),
            counted as (
                select day, sum((isodow(day) < 6 and not list_contains($holidays, day))::integer)
                    over (order by day) as working
                from days
            )
            select earlier.day, later.day
            from counted as earlier
            join counted as later on later.day = earlier.day + 100
            where working_days_between(earlier.day, later.day) <> later.working - earlier.working
            """,
            {"holidays": bank_holidays()},
        ).fetchall()
        assert wrong == []


def test_the_working_day_after_is_the_first_with_so_many_between(store):
    with store.change() as cursor:
        wrong = cursor.execute(
            """
            select day, number, working_day_after(day, number) as found
            from (select unnest(generate_series(date '2019-01-01', date '2026-12-31', interval 1 day))::date as day),
                (values (1), (10), (15), (45)) as limits (number)
            where working_days_between(day, found) <> number or working_days_between(day, found - 1) <> number - 1
            """
        ).fetchall()
        assert wrong == []


def test_working_days_may_be_asked_of_many_months_at_once(store):
    with store.change() as cursor:
        asked = cursor.execute(
            """
            select days
            from (values (date '2026-08-31'), (date '2026-09-30')) as months (month_end),
                lateral (select working_days_between(date '2026-08-28', months.month_end) as days)
            order by days
            """
        ).fetchall()
        assert asked == [(0,), (22,)]


def test_bank_holidays_fall_on_working_days_of_every_year_and_reach_ahead():
    days = bank_holidays()
    assert days == sorted(set(days)) and all(day.weekday() < 5 for day in days)
    assert {day.year for day in days} == set(range(2016, max(days).year + 1))
    assert all(sum(day.year == year for day in days) >= 8 for year in {day.year for day in days})
    assert max(days).year > datetime.now(UTC).year


def test_a_word_for_the_month_end_serves_a_shell_of_ones_own(store):
    with store.change() as cursor:
        cursor.execute("set variable month_end = date '2026-10-31'")
        assert cursor.execute("select month_end()").fetchone() == (OCTOBER,)


def test_a_query_reads_the_columns_it_cannot_be_run_without():
    of_plans = " from child_protection_plans"
    with closing(Trial.blank()) as blank:
        for sql, read in {"select category": True, "select *": False, "select 'category' as kind": False}.items():
            assert blank.reads(sql + of_plans, "child_protection_plans", "category") == read
        assert blank.columns_of("select category" + of_plans) == ["category"], "nothing was dropped for good"


class OwnNumbers(Store):
    """Hold a store that gives its numbers in its own way, as one that several processes write would."""

    @staticmethod
    def numbering() -> str:
        """Give loads numbers from 1001, and turns from 501."""
        own = Store.numbering()
        for what, before_first in (("load", 1000), ("turn", 500)):
            own += f"""
                create or replace macro next_{what}() as (
                    select coalesce(max({what}), {before_first}) + 1 from store.ledger.{what}s
                );
            """
        return own


def test_another_kind_of_store_gives_the_numbers():
    with closing(OwnNumbers.in_memory()) as store:
        assert publish_rows(store, plans(child_id="Femi")) == [1001]
        assert publish_rows(store, plans(child_id="Gwen")) == [1002]
        withdraw(store, LOCAL, 1002, "the wrong file")
        assert list(turns(store, LOCAL)["turn"]) == [501]


def test_numbers_come_from_one_place():
    counting = re.compile(r"max\(\w+\), 0\) \+ 1|count\(\*\) \+ 1")
    folders = ("data", "indicators", "validation", "pages")
    files = [path for name in folders for ending in ("py", "sql") for path in (ROOT / name).rglob(f"*.{ending}")]
    found = {path.name for path in files if counting.search(path.read_text(encoding="utf-8"))}
    assert found == {"numbers.sql", "tables.sql"}, "another kind of store could not give these numbers"


ACTS = [
    "insert into store.ledger.events values (1, timestamp '2026-11-02', 'Ann', 'publish', 1, true, '{}')",
    "insert into store.ledger.attempts select 1, 1, 'E09000005', date '2026-10-31', 'children', '', '', '', "
    "timestamp '2026-11-03', 'Ann', 'checked', 0, 0, 0, 0, 0, 0",
    "insert into store.ledger.headings values ('E09000005', 'children', 'a', 'b', timestamp '2026-11-04', 'Ann')",
]


def test_the_last_act_is_the_latest_of_all_kinds_and_asked_for_in_one_place(store):
    with store.change() as cursor:
        assert cursor.execute("select last_act()").fetchall() == [(None,)]
        for day, act in enumerate(ACTS, start=2):
            cursor.execute(act)
            assert [str(moment) for (moment,) in cursor.execute("select last_act()").fetchall()] == [
                f"2026-11-0{day} 00:00:00"
            ]
    asking = re.compile(r"union all\s+select max\((checked|confirmed)_at\)")
    files = [path for ending in ("py", "sql") for path in (ROOT / "data").rglob(f"*.{ending}")]
    assert [path.name for path in files if asking.search(path.read_text(encoding="utf-8"))] == ["numbers.sql"]
