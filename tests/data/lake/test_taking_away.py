"""What is taken out of a lake for good leaves no byte in its folder or catalogue; what is cleaned was nobody's."""

import os
import shutil
import time
from contextlib import closing

import pytest

from data.access import LOCAL_USER as LOCAL
from data.audit.chain import verify
from data.errors import Mendable
from data.lake import scrubbing
from data.lake.folder import moment_of
from data.lake.lake import Lake
from data.lake.scrubbing import scrub
from data.ledger.history import history, published_rows
from data.store.wholeness import doubled_key, odd_number
from data.upkeep.purge_requests import ask_for, requests
from indicators.figures.without_rows import purge_keeping_figures
from tests.crash.test_two_analysts import plans, put_in
from tests.data.lake.conftest import database_of
from tests.data.upkeep.test_purging import ANN, BEN, CANARY, LATE, OLD, PLANS, counts, rows
from tests.store_filling import BRENT, publish_rows

TWO_DAYS = 172_800


@pytest.fixture
def own(postgres, tmp_path):
    """Give a store on a lake whose folder is its own."""
    folder = tmp_path / "lake"
    folder.mkdir()
    with closing(Lake.begin_at(postgres.database(), folder)) as lake:
        yield lake


def holding(text: str, lake: Lake, postgres) -> list:
    """Return the files of folder and catalogue in which a text stands, as they are on the disk."""
    database = database_of(lake.address)
    postgres.ask(database, "checkpoint")
    number = postgres.ask(database, "select oid from pg_database where datname = current_database()").strip()
    files = [*lake.folder.rglob("*"), *(postgres.folder / "data" / "base" / number).iterdir()]
    return [file for file in files if file.is_file() and text.encode() in file.read_bytes()]


def test_what_is_purged_is_in_no_byte_of_folder_or_catalogue_and_figures_stay(own, postgres):
    for month, children in ((OLD, (CANARY, "C1")), (LATE, ("C1", "C3"))):
        publish_rows(own, rows(*children, month=month), month)
    gone, stays = (own.pseudonyms.of_person(BRENT, "child", each) for each in (CANARY, "C3"))
    before = counts(own)
    postgres.ask(database_of(own.address), "analyze")  # as it does by itself: it then keeps common values to plan by
    assert holding(gone, own, postgres) and holding(stays, own, postgres)
    ask_for(own, ANN, BRENT, "asked for", child_id=CANARY)
    ask_for(own, ANN, BRENT, "over", before=LATE)
    with pytest.raises(Mendable, match="another person has to confirm"):
        purge_keeping_figures(ANN, str(own.address), None, None, 1)
    for number in (1, 2):
        purge_keeping_figures(BEN, str(own.address), None, None, number)
        assert counts(own) == before
        assert not holding(gone, own, postgres) and holding(stays, own, postgres)
    assert [each.done_by for each in requests(own, ANN)] == ["Ben", "Ben"]
    left = published_rows(own, LOCAL, BRENT, LATE, PLANS)
    assert left is not None and len(left) == 2 and published_rows(own, LOCAL, BRENT, OLD, PLANS) is None
    with own.reading() as cursor:
        assert odd_number(cursor) == doubled_key(cursor) == ""
    assert verify(own, LOCAL).broken is None
    with pytest.raises(Mendable, match="A child was erased .* Try again"):
        publish_rows(own, rows(CANARY, "C4"), LATE)
    publish_rows(own, rows(CANARY, "C4"), LATE)
    back = published_rows(own, LOCAL, BRENT, LATE, PLANS)
    assert back is not None and len(back) == 1


def test_what_a_purge_that_was_broken_off_left_is_cleaned_and_postgres_is_named(own, postgres, monkeypatch):
    publish_rows(own, rows(CANARY, "C1", month=LATE), LATE)
    ask_for(own, ANN, BRENT, "asked for", child_id=CANARY)
    database = database_of(own.address)
    smallest = "select count(*) from ducklake_table_column_stats where min_value is not null"

    def away(folder):
        postgres.stop()
        return moment_of(folder)

    with monkeypatch.context() as patched:
        patched.setattr(scrubbing, "moment_of", away)
        try:
            with pytest.raises(Mendable, match="PostgreSQL, .*, broke off .* What was deleted stays deleted"):
                purge_keeping_figures(BEN, str(own.address), None, None, 1)
        finally:
            postgres.start()
    assert [each.done_by for each in requests(own, ANN)] == ["Ben"]
    assert int(postgres.ask(database, smallest)) > 0, "the values of the child stand in the catalogue still"
    scrub(own.address)
    assert int(postgres.ask(database, smallest)) == 0
    left = published_rows(own, LOCAL, BRENT, LATE, PLANS)
    assert left is not None and len(left) == 1


def test_only_files_of_nobody_that_nobody_writes_are_taken_away(own):
    put_in(own, LOCAL, plans("Femi"))
    living = sorted(own.folder.rglob("*.parquet"))
    left, young = (living[0].with_name(f"ducklake-{name}.parquet") for name in ("left", "young"))
    for file in (left, young):
        shutil.copy(living[0], file)
    for file in (*living, left):
        os.utime(file, (time.time() - TWO_DAYS,) * 2)
    assert scrub(own.address) == 1
    assert not left.exists() and young.exists() and all(file.exists() for file in living)
    put_in(own, LOCAL, plans("Gwen"))
    assert len(history(own, LOCAL)) == 2


def test_a_folder_of_two_lakes_is_never_cleaned_nor_begun_in(own, lake, postgres):
    with pytest.raises(Mendable, match="does not say that it belongs to this catalogue alone"):
        scrub(lake.address)
    with pytest.raises(Mendable, match="may be another lake's: two lakes have two databases and two folders"):
        Lake.begin_at(postgres.database(), own.folder)
