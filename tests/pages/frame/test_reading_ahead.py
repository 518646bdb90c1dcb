"""What the first reader will ask for is read as the server starts: pages of the latest month measure nothing anew."""

import asyncio
import sys
from datetime import date
from threading import Event

import pytest

from data.errors import Mendable
from indicators.engine.catalogue import SERVICES
from indicators.figures.measured_figures import figures
from pages.kit.frame import readiness
from pages.kit.frame.audience import all_audiences
from pages.kit.indicator.service import in_order
from pages.kit.month.reading_ahead import read_ahead
from tests.every_case import every
from tests.pages.conftest import headline_figures, open_app, publish_plans, said

OCTOBER, SEPTEMBER = date(2026, 10, 31), date(2026, 9, 30)


@pytest.fixture
def two_months(shown_store):
    publish_plans(shown_store, SEPTEMBER, 3)
    publish_plans(shown_store, OCTOBER, 5)
    return shown_store


@pytest.mark.usefixtures("two_months")
def test_the_overview_and_services_of_the_latest_month_ask_for_no_figure_anew(monkeypatch):
    assert list(read_ahead()) == [*all_audiences(), *SERVICES]
    asked = []
    monkeypatch.setattr("pages.kit.frame.cache.figures", lambda *given: asked.append(given) or figures(*given))
    assert headline_figures(open_app())["Children on a child protection plan"] == "5"
    assert "Children on a child protection plan" in said(open_app("child_protection"))
    assert not asked
    open_app("child_protection", month="2026-09")
    assert asked, "an earlier month is read when it is asked for"


def test_what_was_published_since_is_read_anew(two_months):
    list(read_ahead())
    publish_plans(two_months, OCTOBER, 7)
    assert headline_figures(open_app())["Children on a child protection plan"] == "7"


@pytest.mark.usefixtures("shown_store")
def test_of_an_empty_store_there_is_nothing_to_read():
    assert list(read_ahead()) == []


@pytest.mark.usefixtures("two_months")
@every("wrong", [Mendable("The store is in use."), KeyError("Femi")])
def test_what_goes_wrong_while_it_is_read_is_left_to_whoever_comes(wrong):
    ending, asked = Event(), []

    def falls_over():
        asked.append("one")
        yield
        ending.set()
        raise wrong

    readiness._hold_store(lambda store, command: None, falls_over, ending)
    assert asked == ["one"]


@pytest.mark.usefixtures("shown_store")
def test_while_the_server_runs_whoever_waits_is_let_in_within_a_millisecond(monkeypatch):
    turns = []
    monkeypatch.setattr(sys, "setswitchinterval", turns.append)

    async def served():
        async with readiness.ready(lambda store, command: None, lambda: ())(None):
            assert turns == [readiness.TURN] and readiness.TURN <= 0.001

    asyncio.run(served())


@pytest.mark.usefixtures("two_months")
def test_it_stops_with_the_server():
    ending, asked = Event(), []

    def pages():
        for name in in_order("child_protection", ()):
            asked.append(name)
            ending.set()
            yield name

    readiness._hold_store(lambda store, command: None, pages, ending)
    assert len(asked) == 1
