"""Every page that lies in a folder opens, with figures and without, and says what it must."""

import re
from contextlib import closing
from datetime import date

import pytest

from data.access import LOCAL_USER as LOCAL
from data.store.store import Store
from pages.gate import gatehouse
from pages.gate.way_in import Way
from pages.kit.frame.banner import INVENTED
from pages.kit.frame.contents import may_open, scripts, title_of
from tests.every_case import every
from tests.pages.conftest import board, open_app, open_folds, publish_plans, said, shown
from tests.pages.sentences import HARDEST, grade, hardest, sentences

PAGES = [name for name in scripts() if may_open(name, LOCAL)]
"""The pages that whoever sits at this computer may open; the others are refused in a sentence (`tests/access/`)."""
NO_BRITISH_DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}\b|\b(\d{1,2}/){2}\d{2,4}\b")
"""A day is written as 4 Nov 2026: neither the year first, nor in figures that could be read either way round."""
SERVICES = [name for name, path in scripts().items() if path.parent.name == "services"]
WITHOUT_FIGURES = ("upload", "history", "child", "indicator")
"""Pages that show no figures of their own, or none before they are asked."""


@pytest.fixture(scope="module")
def nothing():
    """Give an empty house to look at: nobody may publish into it."""
    with closing(Store.in_memory()) as shown_store:
        yield shown_store


@pytest.fixture(scope="module")
def plans():
    """Give a house of one extract to look at."""
    with closing(Store.in_memory()) as shown_store:
        publish_plans(shown_store, date(2026, 10, 31), 3)
        yield shown_store


@pytest.fixture
def empty(nothing):
    with shown(nothing):
        yield


@pytest.fixture
def one_extract(plans):
    with shown(plans):
        yield


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.usefixtures("invented")
def test_a_page_opens_on_the_invented_borough_and_all_it_shows_has_words(page):
    app = open_folds(open_app(page))
    assert app.title[0].value == title_of(page)
    assert INVENTED in said(app)
    assert app.get("download_button") or page in WITHOUT_FIGURES, "what stands on a page can be taken away"
    charts, tables = app.get("plotly_chart"), app.table
    assert "<img" in board(app) or page not in SERVICES
    assert all(len(chart.proto.alt) > 40 for chart in charts)
    assert all(table.proto.alt for table in tables)
    told = sentences(app)
    assert grade(told) <= HARDEST, "\n".join(hardest(told))
    assert not [part for part in told if NO_BRITISH_DAY.search(part)]


@pytest.mark.usefixtures("empty")
@every("page", PAGES)
def test_a_page_of_an_empty_house_teaches_what_to_do(page):
    app = open_app(page)
    assert not app.error
    assert app.title[0].value == title_of(page)
    if page not in ("upload", "definitions", "published"):
        assert "No month has been published yet" in said(app)


@pytest.mark.usefixtures("one_extract")
@every("page", PAGES)
def test_a_page_opens_when_only_one_extract_was_published(page):
    app = open_app(page)
    assert app.title[0].value == title_of(page)


@pytest.mark.usefixtures("one_extract")
def test_what_is_missing_is_named_and_is_no_nought():
    app = open_app("looked_after")
    assert set(re.findall(r'class="measure-value"><b>(.*?)</b>', board(app))) == {"–"}
    assert "Not published for October 2026: Looked-after children" in said(app)


@pytest.mark.usefixtures("empty")
def test_a_real_store_says_nothing_of_invention():
    assert INVENTED not in said(open_app())


def test_a_store_that_cannot_be_opened_is_one_sentence(monkeypatch, tmp_path):
    monkeypatch.setenv("SLAC_STORE", str(tmp_path / "none.duckdb"))
    monkeypatch.setattr(gatehouse, "way_in", lambda chosen: Way.OPEN)
    app = open_app()
    assert "There is no store at" in app.error[0].value


def test_the_order_of_reading():
    assert PAGES[:4] == ["overview", "front_door", "early_help", "child_in_need"]
    assert PAGES[-4:] == ["upload", "return_check", "history", "definitions"]
