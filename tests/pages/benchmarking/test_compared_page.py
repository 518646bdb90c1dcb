"""The page of comparisons says its day, list, release and licence; chart and table hold the same figures."""

import json
from dataclasses import replace
from datetime import date, datetime

import pytest

from data.access import LOCAL_USER as LOCAL
from data.exchange.document import Document, Exchanged
from data.published.releases import load_file
from indicators.comparison.comparators import comparator_named, keep_group_for_comparing
from indicators.comparison.comparison import AS_PUBLISHED, COUNTED_HERE, compare
from indicators.comparison.exchange import load_exchange
from indicators.comparison.figure_range import Span
from indicators.comparison.funnel import funnel_of, own_point
from indicators.engine.catalogue import indicator_called
from pages.charts.of_series.attribution import attribution
from pages.charts.points import YearSeries
from pages.charts.screen import by_year
from pages.kit.benchmarking import comparison, later_release, published_years, releases
from pages.kit.benchmarking import funnel as funnels
from pages.kit.benchmarking.published_source import source
from pages.words import wording
from tests.pages.charts.test_charts import drawn
from tests.pages.conftest import open_app, open_folds, publish_plans, said
from tests.published import BRENT as BRENTS_ROW
from tests.published import rows_of, workforce
from tests.store_filling import OCTOBER

BRENT = "E09000005"


@pytest.fixture
def in_london(store):
    whom = comparator_named(store, "outer-london", BRENT)
    return compare(store, LOCAL, indicator_called("average_caseload"), BRENT, whom)


@pytest.fixture
def long_plans(store):
    whom = comparator_named(store, "neighbours", BRENT)
    return compare(store, LOCAL, indicator_called("cp_plans_two_years_or_more"), BRENT, whom)


@pytest.mark.usefixtures("invented")
def test_the_page_compares_from_the_first_minute():
    app = open_app("benchmarking")
    assert len(drawn(app)) == 2, "the years are one click away"
    text = said(open_folds(app))
    assert "an authority of this size at England's rate would show" in text
    assert "the median of statistical neighbours, 2025 list" in text
    assert text.count("Open Government Licence v3.0") == len(drawn(app)) == 3, "under every chart"
    assert "31 Oct 2026" in text and "13 months earlier" in text
    assert "Example Borough is shown in Brent's region" in text


@pytest.mark.usefixtures("invented")
def test_choices_stand_in_the_address_and_a_later_release_is_told_in_one_line_with_its_file(monkeypatch):
    for module in (later_release, releases):
        monkeypatch.setattr(module, "now", lambda: datetime(2026, 11, 26, 12))  # noqa: DTZ001 - the store keeps UTC
    app = open_app("benchmarking", **{"with": "Outer London", "indicator": "Children looked after"})
    text = said(app)
    (line,) = (line.value.replace("\\", "") for line in app.caption if "Fetch" in line.value)
    assert line.startswith("Probably out since 26 November 2026: figures at 31 March 2026. Fetch cla_number_and_rate")
    assert "_per_10k_children.csv and load it." in line and "](https://explore-education-statistics" in line
    later = {row["What"]: row["Later"] for row in releases.held() if row["Later"] != wording.NONE}
    assert any("Children in need, 2025" in what for what in later)
    assert not any("workforce" in what for what in later), "that comes out in spring"
    assert "the median of Outer London" in text and "A number by itself has no limits" in text
    app = open_app("benchmarking", **{"with": "A group of one's own"})
    assert "Choose the authorities of the group" in said(app)
    app.multiselect(key="group").set_value(["E09000009", "E09000026"]).run()
    app.text_input(key="called").set_value("West and east").run()
    assert "the median of West and east" in said(app) and not app.exception


def test_a_group_is_kept_from_the_page_and_chosen_by_its_address(shown_store):
    publish_plans(shown_store, OCTOBER, 20)
    app = open_app("benchmarking", **{"with": "A group of one's own"})
    app.multiselect(key="group").set_value(["E09000009", "E09000026"]).run()
    assert app.button(key="keep_group").disabled, "it has no name yet"
    app.text_input(key="called").set_value("London").run()
    app.button(key="keep_group").click().run()
    assert "is the name of another comparison" in said(app)
    app.text_input(key="called").set_value("West *and* east").run()
    app.button(key="keep_group").click().run()
    assert app.selectbox(key="with").value == "West *and* east" and not app.exception
    keep_group_for_comparing(shown_store, LOCAL, "West *and* east", ["E09000009"])
    app = open_app("benchmarking", **{"with": "West *and* east"})
    assert "Group: West *and* east, version 2 of " in said(app) and "among 1 with a figure" in said(app)
    app.selectbox(key="version").set_value("1").run()
    assert "Group: West *and* east, version 1 of " in said(app) and "among 2 with a figure" in said(app)


def test_an_older_release_is_chosen_where_there_are_several(shown_store):
    publish_plans(shown_store, OCTOBER, 20, BRENT)
    app = open_app("benchmarking")
    assert "Release" not in [each.label for each in app.selectbox], "there is only one"
    for cases, average in (("2300", "16.1"), ("2310", "16.2")):
        load_file(shown_store, LOCAL, "csww.csv", workforce(rows_of(BRENTS_ROW, "2025", cases, "143.2", average)))
    app = open_app("benchmarking", **{"with": "England"})
    choice = app.selectbox(key="release_workforce")
    assert [each[-9:] for each in choice.options] == ["release 2", "release 1", "release 0"]
    app = open_app("benchmarking", **{"with": "England", "release_workforce": choice.options[-1]})
    assert "Brent stood at 15.8" in said(app) and "shipped with the program" in said(app), "the address carries it"


@pytest.mark.usefixtures("invented")
def test_the_funnel_s_table_is_offered_as_other_tables_are():
    app = open_folds(open_app("benchmarking"))
    offered = [each.proto.id for each in app.get("download_button")]
    for ending in ("csv", "xlsx"):
        assert [each for each in offered if each.endswith(f"workforce.average_caseload_2025-09-30_funnel.{ending}")]


@pytest.mark.usefixtures("invented")
def test_what_is_not_held_is_asked_for_and_can_be_loaded():
    app = open_app("benchmarking", indicator="Care leavers aged 17 or 18 in suitable accommodation")
    text = said(app)
    assert "Nothing is held of Care leavers aged 17 and 18 in suitable accommodation. Load it with" in text
    assert len(app.file_uploader) == 1 and not app.error


@pytest.mark.usefixtures("invented")
def test_ours_stands_beside_what_was_published_in_the_same_words_and_in_its_own():
    text = said(open_app("benchmarking", indicator="Persistent absence of looked-after children"))
    assert "At 31 Jul 2025 Example Borough stood at" in text and "Ours was counted here" in text
    assert "for 12 months or more, counted here in the words of the published figure." in text
    assert "Persistent absence of looked-after children, counted here in our own words." in text
    assert "How ours differs: DfE counts children in care for 12 months or more" in text


def test_the_sentence_names_day_side_and_average(in_london):
    told = comparison.in_a_sentence(in_london[-1], "Brent")
    assert told == "At 30 Sep 2025 Brent stood at 15.8, higher than DfE's published figure for Outer London: 14.6."
    assert "release: Children's social work workforce, 2025" in source(in_london[-1])


def test_what_is_not_published_is_neither_hidden_nor_nought(long_plans):
    last = long_plans[-1]
    hidden = {held.name for held, span in last.members if span is not None and not span.known}
    words = {row["Authority"]: row["Figure"] for row in comparison.table(last, "Brent")}
    values = {name: value for name, value, _ in comparison.bars(last, "Brent")}
    assert len(hidden) == 6 and all(" to " in words[name] and values[name] is None for name in hidden)


def test_what_is_taken_of_hidden_figures_is_said(long_plans, store):
    assert (
        comparison.hidden(long_plans[-1]) == "6 are not published, because they are small. Each is taken to be 1 to 5."
    )
    whom = comparator_named(store, "london", BRENT)
    early = compare(store, LOCAL, indicator_called("cp_plans_three_months_or_less"), BRENT, whom)[-1]
    hiding = replace(early, members=((early.members[0][0], Span(1, 100)), *early.members[1:]))
    assert comparison.hidden(early) == "" and comparison.hidden(hiding).startswith(
        "1 is not published, and may be anything:"
    )


def test_a_rate_names_whose_population_it_is_made_of():
    told = attribution("rate")
    assert told.startswith("Population: Office for National Statistics") and told.endswith("Government Licence v3.0.")
    assert attribution("percent") == ""


def test_who_has_no_figure_is_named_with_the_reason(store):
    whom = comparator_named(store, "inner-london", BRENT)
    found = compare(store, LOCAL, indicator_called("average_caseload"), BRENT, whom)[-1]
    told = comparison.missing(found)
    assert told == "Without a figure: Kensington and Chelsea (not available) and Westminster (not available)."


def test_bars_hold_those_nearest_to_ours_and_the_table_all(in_london):
    last = in_london[-1]
    names = [name for name, _, _ in comparison.bars(last, "Brent")]
    assert "Brent" in names and len(names) <= comparison.MOST_BARS + 1
    assert len(comparison.table(last, "Brent")) == len(last.members) + 2
    values = [value for _, value, _ in comparison.bars(last, "Brent")]
    assert values == sorted(values, reverse=True)


def test_the_funnel_marks_ours_and_holds_everybody_once(in_london):
    last = in_london[-1]
    made = funnel_of(last.measure, last.every)
    own = own_point(made.points, BRENT)
    dots = funnels.dots(made, own, last.asked.marked)
    assert [dot[3] for dot in dots].count("ours") == 1 and len(dots) == len(made.points)
    near = {dot[2].partition(":")[0] for dot in dots if dot[3] == "beside"}
    assert len(near) == 10 and {"Ealing", "Slough"} <= near, "neighbours are marked, whomever ours is compared with"
    assert len(funnels.table(made, own)) == len(dots) and funnels.table(made, own)[0]["Authority"] == "Brent"
    for _, _, points in funnels.limits(made, own):
        assert all(up >= 0 for _, up in points)


def test_published_years_hold_no_month_counted_since(in_london):
    rows = published_years.table(in_london)
    assert [row["Day"] for row in rows] == [f"30 Sep {year}" for year in range(2025, 2020, -1)]
    chart = by_year(
        (YearSeries("Brent", published_years.marks(in_london, AS_PUBLISHED)),), "", "light"
    ).to_plotly_json()
    assert list(chart["data"][0]["x"]) == ["2021", "2022", "2023", "2024", "2025"]
    assert list(chart["data"][0]["y"])[-1] == 15.8
    assert date(2025, 9, 30) == in_london[-1].as_at
    assert {high for _, _, high, _ in published_years.marks(in_london, COUNTED_HERE)} == {None}, (
        "none joins what is printed"
    )


def test_an_average_that_is_not_known_exactly_has_a_bar(long_plans):
    marks = published_years.marks(long_plans)
    chart = by_year((YearSeries("Median", marks),), "%", "light").to_plotly_json()
    assert marks[-1].low < marks[-1].high and chart["data"][0]["error_y"]["visible"]
    assert json.dumps(list(chart["data"][0]["y"]))


@pytest.mark.usefixtures("invented")
def test_a_file_that_cannot_be_read_is_told_on_the_page():
    app = open_app("benchmarking")
    app.file_uploader[0].upload("letter.csv", b"Dear,all\n1,2\n", "text/csv")
    app.button[0].click().run()
    assert "letter.csv has no column time_period" in said(app)


def test_our_peers_months_stand_beside_ours(shown_store):
    publish_plans(shown_store, OCTOBER, 20)
    assert "exchange figures" not in said(open_app("benchmarking", indicator="Children on a child protection plan"))
    plans = indicator_called("children_on_a_plan")
    peer = (Exchanged(plans.id, "count", OCTOBER, plans.definition, 12, None),)
    load_exchange(shown_store, LOCAL, "ealing.json", Document("E09000009", date(2026, 11, 23), peer).to_bytes())
    text = said(open_app("benchmarking", indicator=plans.title))
    assert "stood at 20, higher than the median of its peers: 12. Highest of 2 with a figure." in text
    assert "Handed to us, not published; the day is that of writing: Ealing (23 Nov 2026)." in text
