"""The page of caseloads says what it would take, tries it, and joins no month of ours to a published day."""

import pytest

from data.access import LOCAL_USER as LOCAL
from indicators.comparison.comparators import comparator_named, usual_for
from indicators.comparison.comparison import compare
from indicators.engine.catalogue import indicator_called
from indicators.studies.what_it_takes import Caseload
from pages.charts.judged import Judged
from pages.charts.points import DatedPoint, DatedSeries
from pages.charts.said import Said
from pages.charts.screen import dated
from pages.kit.caseloads import what_it_takes
from pages.kit.caseloads.caseload_months import marks, published_table
from tests.pages.charts.test_charts import drawn
from tests.pages.conftest import open_app, open_folds, said

BRENT, LEEDS = "E09000005", "E08000035"


def beside(shown_store, name, authority=BRENT):
    whom = comparator_named(shown_store, name, authority)
    return compare(shown_store, LOCAL, indicator_called("average_caseload"), authority, whom)


@pytest.mark.usefixtures("invented")
def test_what_it_would_take_is_said_and_tried():
    app = open_app("caseloads")
    text = said(app)
    assert "held 2,201 cases over 135.4 full-time equivalents, 16.3 each, as counted here" in text
    assert "To reach DfE's published figure for Outer London, 14.6: **15.4 full-time equivalents more" in text
    assert "Nothing is changed yet." not in text, "what can be tried is one click away"
    assert not app.get("slider") and len(drawn(app)) == 2
    app = open_folds(app)
    text = said(app)
    assert len(drawn(app)) == 4 and "5th lowest of 11 with a figure." in text, "the bars and the funnel are behind it"
    assert "Closing all of them would bring the average from 16.3 to 15.3." in text
    assert "Nothing is changed yet." in text
    app.slider(key="more_posts").set_value(15.5)
    app.select_slider(key="closing").set_value("All").run()
    assert "Then 2,077 cases over 150.9 full-time equivalents, 13.8 each, instead of 16.3." in said(app)
    tried = next(table.value for table in app.table if "Then still" in table.value.columns)
    assert set(tried["Then still"]) == {"Reached"}
    assert "instead of 16.3" not in text


def test_the_sentence_that_leaders_need(store):
    brent = Caseload(2259, 143.2)
    told = [what_it_takes.sentence(brent, beside(store, name)[-1]) for name in usual_for(BRENT)]
    assert [each.removeprefix("To reach DfE's published figure for ") for each in told[1:]] == [
        "Outer London, 14.6: **11.6 full-time equivalents more, or 169 cases fewer**.",
        "London, 13.8: **20.5 full-time equivalents more, or 283 cases fewer**.",
        "England, 15.2: **5.5 full-time equivalents more, or 83 cases fewer**.",
    ]
    assert told[0].startswith("To reach the median of statistical neighbours, 2025 list, 14.4: **")
    small = what_it_takes.sentence(Caseload(130, 10), beside(store, "london")[-1])
    assert small == "DfE's published figure for London, 13.8, is reached."


def test_whoever_lies_elsewhere_is_beside_its_own_region():
    assert usual_for(LEEDS) == ["neighbours", "region", "england"]
    assert usual_for("E09000007") == ["neighbours", "inner-london", "region", "england"]
    assert usual_for("W06000001") == ["england"]


def test_published_days_are_marks_that_nothing_joins(store):
    found = beside(store, "region")
    theirs, ours = marks(found, "Brent")
    assert [day for day, *_ in theirs.points] == [f"{year}-09-30" for year in range(2021, 2026)]
    assert ours.points[-1][:2] == ("2025-09-30", pytest.approx(2259 / 143.2))
    months = DatedSeries(
        "Brent, each month end", (DatedPoint("2026-09-30", 16.0, ""), DatedPoint("2026-10-31", None, ""))
    )
    chart = dated(months, (theirs, ours), "light").to_plotly_json()
    assert [each["mode"] for each in chart["data"]] == ["lines+markers", "markers", "markers"]
    assert len(chart["data"][0]["x"]) == 2, "no published day stands on our line"
    assert [each["name"] for each in chart["data"] if each["showlegend"]] == [months.name, theirs.name, ours.name]
    assert published_table(found)[0] == {"Day": "30 Sep 2025", "Ours": "15.8", "London": "13.8"}


def test_our_line_is_judged_and_shows_its_target_and_what_happened():
    chart = dated(
        DatedSeries("Ours", (DatedPoint("2026-09-30", 16.0, ""), DatedPoint("2026-10-31", 30.0, ""))),
        (DatedSeries("Theirs", (DatedPoint("2025-09-30", 14.0, ""),)),),
        "light",
        Judged((10.0, 10.0), (15.0, 15.0), (40.0, 40.0), (None, ("concern", "up"))),
        Said(most=(18.0, 18.0), aim="Target 18 or less", events=((1, "Opening"),)),
    ).to_plotly_json()
    assert [each["marker"]["symbol"] for each in chart["data"] if "triangle" in str(each)] == [["triangle-up"]]
    assert [each["y"][0] for each in chart["data"][:4]] == [10.0, 15.0, 40.0, 18.0]
    assert [each["text"] for each in chart["layout"]["annotations"]] == ["<b>Target 18 or less</b>", "Opening"]
    assert chart["layout"]["yaxis"]["range"][1] > 40, "a limit is not cut off"
