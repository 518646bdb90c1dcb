"""A chart is taken away from its page: drawn when it is asked for, with all that it must say in it."""

from xml.etree import ElementTree

import pytest

from pages.kit.parts import picture_download
from pages.words.classification import CLASSIFICATIONS
from tests.pages.conftest import open_app, open_folds


@pytest.mark.usefixtures("invented")
def test_the_trend_is_taken_away_from_the_indicator_page():
    app = open_app("indicator", id="pathway_plans_in_place", show="files")
    assert not [button for button in app.get("download_button") if button.proto.label == "SVG"], "drawn when opened"
    app.session_state["pathway_plans_in_place_2026-10_trend_take"] = True
    app.run()
    assert {"SVG", "PNG", "csv"} <= {button.proto.label for button in app.get("download_button")}


@pytest.mark.parametrize(
    "page, many",
    {
        "benchmarking": 3,
        "caseloads": 3,
        "caseload_spread": 1,
        "drift": 2,
        "history": 1,
        "targets_and_events": 1,
    }.items(),
)
@pytest.mark.usefixtures("invented")
def test_every_chart_of_a_page_is_taken_away_whole(page, many, monkeypatch):
    offers = []
    monkeypatch.setattr(picture_download, "offer_picture", lambda *parts: offers.append(parts))
    app = open_app(page)
    offers.clear()
    open_folds(app)
    assert len(offers) >= many and len(app.get("plotly_chart")) == len(offers)
    for name, picture, table in offers:
        drawn = picture()
        title = ElementTree.fromstring(drawn.svg).find("{http://www.w3.org/2000/svg}title")
        assert title is not None and title.text, name
        assert "Source: " in drawn.svg and any(kind[:8] in drawn.svg for kind in CLASSIFICATIONS), name
        assert 3 < len(drawn.alt.split()) <= 30, drawn.alt
        assert len(table()), name
