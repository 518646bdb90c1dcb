"""A chart is taken away from its page: drawn when it is asked for, with all that it must say in it."""

import pytest

from tests.pages.conftest import open_app


@pytest.mark.usefixtures("invented")
def test_the_trend_is_taken_away_from_the_indicator_page():
    app = open_app("indicator", id="pathway_plans_in_place")
    assert not [button for button in app.get("download_button") if button.proto.label == "SVG"], "drawn when opened"
    app.session_state["pathway_plans_in_place_2026-10_trend_take"] = True
    app.run()
    assert {"SVG", "PNG", "csv"} <= {button.proto.label for button in app.get("download_button")}
