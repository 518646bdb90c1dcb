"""One engine serves all that is asked of data frames, and another begins where it broke."""

import time
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import duckdb
import pytest

from data.store import scratch
from data.store.scratch import laid_out
from data.vocabulary.words import vocabulary
from tests.store_filling import OCTOBER

OPEN = "select database_name from duckdb_databases() where database_name like 'laid%'"
THREADS = 4


@pytest.fixture
def unstarted(monkeypatch):
    """Give what holds the engine of this process, which has not been started."""
    engine = scratch._Engine()
    monkeypatch.setattr(scratch, "_ENGINE", engine)
    return engine


@pytest.mark.usefixtures("unstarted")
def test_all_that_ask_at_once_have_one_engine(monkeypatch):
    def slow() -> str:
        time.sleep(0.1)
        return vocabulary()

    monkeypatch.setattr(scratch, "vocabulary", slow)
    begun, asked = Barrier(THREADS), Barrier(THREADS)

    def ask(_) -> int:
        with laid_out({}, OCTOBER) as laid:
            begun.wait(30)
            seen = len(laid.answers(OPEN))
            asked.wait(30)
        return seen

    with ThreadPoolExecutor(THREADS) as threads:
        assert list(threads.map(ask, range(THREADS))) == [THREADS] * THREADS


def test_an_engine_that_broke_is_left_and_who_asks_next_has_another(unstarted):
    asked, told = "select month_end() as ends", [{"ends": OCTOBER}]
    with laid_out({}, OCTOBER) as laid:
        assert laid.answers(asked) == told
    unstarted._engine.close()
    for _ in range(2):
        with laid_out({}, OCTOBER) as laid:
            assert laid.answers(asked) == told


def test_a_question_that_fails_breaks_no_engine(unstarted):
    with pytest.raises(duckdb.CatalogException), laid_out({}, OCTOBER) as laid:
        laid.answers("from nowhere")
    engine = unstarted._engine
    with laid_out({}, OCTOBER):
        assert unstarted._engine is engine
