"""A service page shows what changes first, then its headlines as cards and all else as lines, each thing once."""

import re
from dataclasses import fields, replace
from datetime import date
from html import unescape

import pytest

from data.access import LOCAL_USER as LOCAL
from data.annotations.comments import Comment
from indicators.change.bridge import Bridge
from indicators.change.comments import write_comment
from indicators.engine.catalogue import all_indicators, indicator_called
from pages.charts.paper.picture import Picture
from pages.kit.frame.contents import SECTIONS, SERVICES
from pages.kit.indicator.balance import as_sum
from pages.kit.indicator.service import CHANGING, in_order
from pages.kit.rows.measure import Group, Measure
from pages.kit.rows.measure_board import CARDS, CHANGES, LINES
from pages.kit.rows.template import markup
from tests.every_case import every
from tests.pages.conftest import BOROUGH, board, open_app, open_folds, publish_plans, said

FURTHER = indicator_called("cp_plans_for_neglect")
MARKUP = '<b class="x">&"bold"</b>'


def groups(app) -> dict[str, list[str]]:
    """Return the names of the measures under each heading of a board."""
    sections = re.findall(r"<h2>(.*?)</h2>(.*?)</section>", board(app), re.DOTALL)
    return {
        unescape(heading): [unescape(name) for name in re.findall(r'class="measure-name"[^>]*>(.*?)</a>', body)]
        for heading, body in sections
    }


@pytest.mark.usefixtures("invented")
@every("page", SECTIONS[SERVICES])
def test_every_measure_of_a_service_stands_on_its_page_once_and_leads_to_its_own(page):
    app = open_app(page)
    titles = sorted(indicator.title for indicator in all_indicators().values() if indicator.service == page)
    assert sorted(name for names in groups(app).values() for name in names) == titles
    leads = re.findall(r'data-inside="" href="/indicator\?id=(\w+)&amp;month=2026-10&amp;authority=\w+"', board(app))
    assert sorted(indicator_called(name).title for name in leads) == titles
    assert not app.get("plotly_chart"), "no chart that needs a library of the browser's"
    pictures = re.findall(r'<img class="measure-picture" alt="(.*?)"', board(app))
    assert len(pictures) > len(titles) * 0.8 and all(5 < len(alt.split()) <= 30 for alt in pictures)


@pytest.mark.usefixtures("invented")
def test_what_changes_by_more_than_chance_leads_and_how_many_do_is_said_with_what_chance_would():
    app = open_app("child_protection")
    first, names = next(iter(groups(app).items()))
    assert (first, len(names)) == (CHANGING, 5)
    assert names[0] == "Review conferences with a parent", "a concern leads"
    assert "1 needs attention, 2 are improving, 2 are changing, neither for better nor for worse" in said(app)
    assert "By chance alone about 2 of 40 would change." in said(app)


@pytest.mark.usefixtures("invented")
def test_a_number_of_children_is_a_sum_of_who_started_and_ended():
    assert "Children on a child protection plan: 315 + 37 started − 31 ended = 321." in said(
        open_app("child_protection")
    )
    whole = Bridge("", 10, 2, 1, 0, 4, 0, 0, 7)
    assert as_sum(whole) == "10 + 2 put in later − 4 ended − 1 taken out = 7"


def test_what_an_officer_said_unfolds_beside_the_measure(shown_store):
    publish_plans(shown_store, date(2026, 10, 31), 20)
    write_comment(shown_store, LOCAL, Comment(BOROUGH, FURTHER.id, date(2026, 10, 31), "{figure} <i>", "Director"))
    shown = board(open_app("child_protection"))
    (comment,) = re.findall(r"<details class=\"measure-comment\"><summary>Comment</summary><p>(.*?)</p>", shown)
    assert comment.startswith("100.0% &lt;i&gt; <span>Director, ")


@pytest.mark.usefixtures("invented")
def test_who_is_behind_what_changed_is_one_click_away():
    app = open_folds(open_app("early_help"))
    assert "608 at the end of September, 95 started and 106 ended, 597 at the end of October" in said(app)


@pytest.mark.usefixtures("invented")
def test_an_address_that_asks_for_what_is_not_there_changes_nothing():
    assert board(open_app("child_protection", figure="Nothing")) == board(open_app("child_protection"))


def test_the_headlines_come_in_their_order_then_the_rest_of_the_folder():
    names = in_order("child_protection", ("cp_plans_ceased_rate", "children_on_a_plan"))
    assert names[:2] == ["cp_plans_ceased_rate", "children_on_a_plan"]
    assert len(names) == len(set(names)) > 12


@pytest.mark.usefixtures("invented")
def test_a_link_beside_a_measure_asks_for_it():
    app = open_app("alerts")
    assert [link for link in app.get("page_link") if "id=" in link.query_string] or "/indicator?id=" in board(app)


@every("look", [CHANGES, CARDS, LINES])
def test_whatever_stands_in_a_field_of_a_measure_is_text(look):
    words = {field.name: MARKUP for field in fields(Measure) if field.name != "picture"}
    measure = Measure(**words, picture=Picture("<svg/>", MARKUP))  # type: ignore[arg-type]
    given = {"finding": MARKUP, "states": {MARKUP: MARKUP}, "many": 1, "unfolded": {}, "foot": MARKUP}
    for shown in (measure, replace(measure, value="–")):
        drawn = markup("measure_board", groups=[Group(MARKUP, look, (shown,), MARKUP)], **given)
        assert "<b class" not in drawn and '"x"' not in drawn
        assert drawn.count("&lt;b class=&#34;x&#34;&gt;") >= 15
