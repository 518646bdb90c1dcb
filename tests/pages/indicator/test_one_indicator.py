"""An indicator has a page and an address of its own; old links lead there, and one that names none has ways on."""

from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest

from indicators.engine.catalogue import all_indicators, indicator_called
from pages.kit.frame.choices import Choices
from pages.kit.frame.contents import indicator_address, title_of
from tests.every_case import every
from tests.pages.conftest import open_app, said

COUNT = "children_on_a_plan"
OCTOBER = date(2026, 10, 31)


def test_its_address_names_indicator_month_and_authority():
    chosen = Choices(None, "E09000005", "Brent", OCTOBER, (OCTOBER,), (OCTOBER,), 1)  # type: ignore[arg-type]
    address = urlsplit(indicator_address(COUNT, chosen))
    assert address.path == "/indicator"
    assert parse_qs(address.query) == {"id": [COUNT], "month": ["2026-10"], "authority": ["E09000005"]}


@pytest.mark.usefixtures("invented")
def test_its_page_has_its_name_and_holds_the_month_of_the_address():
    app = open_app("indicator", id=COUNT, month="2026-08")
    assert app.title[0].value == indicator_called(COUNT).title
    assert app.selectbox(key="month").value == "2026-08"
    assert not app.warning


@pytest.mark.usefixtures("invented")
@every("asked", [COUNT, indicator_called(COUNT).title])
def test_an_old_link_to_a_service_leads_to_the_page_of_the_indicator(asked):
    app = open_app("child_protection", figure=asked)
    assert app.title[0].value == indicator_called(COUNT).title
    assert app.query_params["id"] == COUNT


@pytest.mark.usefixtures("invented")
def test_an_indicator_that_is_not_there_is_said_and_those_like_it_are_offered():
    app = open_app("indicator", id="children_on_plan")
    assert app.title[0].value == title_of("indicator")
    assert "The link asks for the indicator “children_on_plan”, which is not there." in said(app)
    assert [link for link in app.get("page_link") if link.query_string.endswith(f"id={COUNT}")]


@pytest.mark.usefixtures("invented")
def test_an_address_without_an_indicator_lets_one_be_chosen():
    app = open_app("indicator")
    assert not app.warning
    choice = app.selectbox[-1]
    assert len(choice.options) == len(all_indicators())
    assert choice.select(choice.options[0]).run().title[0].value == choice.options[0]
