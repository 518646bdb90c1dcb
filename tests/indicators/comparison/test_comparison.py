"""A comparison names its average, counts who is missing, and does not know more than was published."""

from collections import Counter, defaultdict
from dataclasses import asdict

import pytest

from data.access import LOCAL_USER as LOCAL
from data.errors import Mendable
from data.months import month_end
from data.published.dfe_publication import REASONS, measure_called
from data.published.published_figures import Held
from data.published.releases import load_file
from data.published.suppressed_sizes import hidings
from indicators.comparison.averages import average_of
from indicators.comparison.comparators import Comparator, comparator_named, keep_group_for_comparing
from indicators.comparison.comparison import compare
from indicators.comparison.dashboard_median import dashboard_median
from indicators.comparison.figure_range import Span, span_of
from indicators.comparison.ranking import rank_in_words
from indicators.engine.catalogue import indicator_called
from indicators.engine.rounding import half_up
from pages.words.figure_range import as_dfe_shows_it
from tests.examples import example_rows
from tests.published import BRENT as BRENTS_ROW
from tests.published import KINGSTON, LONDON, OUTER, needs_files, published_csv, real, rows_of, workforce
from tests.store_filling import publish_rows

LONG_PLANS = measure_called("plans_by_duration.two_years_or_more")
ON_A_PLAN = measure_called("plans_by_duration.children_on_a_plan")
CASELOAD = measure_called("workforce.average_caseload")
BRENT, EXAMPLE = "E09000005", "X09000001"


def held(numerator="", denominator="", value="", name="Ealing") -> Held:
    halves = {}
    for half, written in (("numerator", numerator), ("denominator", denominator), ("value", value)):
        number = None if str(written) in REASONS else float(written)
        halves |= {half: number, f"{half}_missing": str(written) if number is None else ""}
    return Held(authority="E09000009", name=name, region="Outer London", level="Local authority", year=2025, **halves)


def exact(*values):
    return [Span(float(value), float(value)) for value in values]


@pytest.mark.parametrize(
    ("figure", "span"),
    [
        (held(12, 329, 3.6), Span(12 / 329 * 100, 12 / 329 * 100)),
        (held("c", 200, "c"), Span(0.5, 2.5)),
        (held("c", 4, "c"), Span(25, 100)),
        (held("c", "c", "c"), Span(0, 100)),
        (held(0, 200, 0), Span(0, 0)),
        (held(1, 4000, "k"), Span(0.025, 0.025)),
        (held("", "", "k"), Span(0, 0.05)),
        (held("", "", "low"), Span(0, 0.05)),
        (held("x", "x", "x"), None),
        (held("u", 200, "u"), None),
        (held("z", 0, "z"), None),
        (held("", "", ":"), None),
    ],
)
def test_what_is_known_of_a_figure_is_no_more_than_was_published(figure, span):
    assert span_of(LONG_PLANS, figure) == span


def test_a_number_that_is_not_published_is_taken_to_be_1_to_5():
    assert span_of(ON_A_PLAN, held("", "", "c")) == Span(1, 5)


def test_a_larger_number_that_is_hidden_to_guard_another_may_be_anything():
    a_year = measure_called("plans_by_duration.one_to_two_years")
    assert span_of(a_year, held("c", 200, "c")) == Span(0.5, 100) and span_of(a_year, held(12, 200, 6)) == Span(6, 6)
    two = [(each, span_of(a_year, each)) for each in (held("c", 100, "c"), held(30, 100, 30))]
    pooled = average_of("pooled", a_year, two).span
    assert (pooled.low, pooled.high) == pytest.approx((15.5, 65))


@needs_files
def test_what_is_taken_to_be_small_comes_to_no_more_in_any_region():
    found = {each.measure.name: each for each in hidings(real()[1])}
    assert {name for name, each in found.items() if each.larger and each.measure.hidden_is_small} == set()
    long = found[LONG_PLANS.name]
    assert long.added > 600 and long.too_large == 0 and long.total / long.added < 5
    assert found["plans_by_duration.one_to_two_years"].total / found["plans_by_duration.one_to_two_years"].added > 30


def told(name, *figures):
    return average_of(name, LONG_PLANS, [(each, span_of(LONG_PLANS, each)) for each in figures])


def test_each_average_has_its_name_and_its_own_answer():
    three = held(10, 100, 10), held(20, 100, 20), held(90, 300, 30)
    assert told("median", *three).span == Span(20, 20)
    assert told("mean", *three).span == Span(20, 20)
    assert told("pooled", *three).span == Span(24, 24)
    four = (*three, held(40, 100, 40))
    assert told("median", *four).span == Span(25, 25)


def test_an_average_over_a_suppressed_one_is_an_interval_and_never_leaves_it_out():
    three = held(10, 100, 10), held("c", 100, "c"), held(30, 100, 30)
    assert told("median", *three).span == Span(10, 10), "the least of three may be anything below the middle"
    mean = told("mean", *three).span
    assert (mean.low, mean.high) == pytest.approx((41 / 3, 45 / 3))
    pooled = told("pooled", *three).span
    assert (pooled.low, pooled.high) == pytest.approx((41 / 3, 45 / 3))
    pair = told("median", held("c", 100, "c"), held(3, 100, 3)).span
    assert (pair.low, pair.high) == (2, 4)


def test_an_average_of_none_says_so():
    assert told("median", held("x", "x", "x")).reason == "None of them has a figure."
    gone = told("pooled", held(10, 100, 10), held("", "", 10, name="Hackney"))
    assert gone.span is None and gone.reason == "The numbers behind the figure are not published for Hackney."
    assert average_of("pooled", ON_A_PLAN, [(held("", "", 9), Span(9, 9))]).span is None


@pytest.mark.parametrize(
    ("own", "others", "said"),
    [
        (exact(3)[0], [*exact(5, 4, 2, 1), None, None], "3rd highest of 5 with a figure; 2 not available"),
        (exact(9)[0], exact(5, 4), "Highest of 3 with a figure"),
        (exact(1)[0], exact(5, 4), "Lowest of 3 with a figure"),
        (exact(2)[0], exact(5, 4, 3, 1), "2nd lowest of 5 with a figure"),
        (exact(5)[0], exact(5, 4, 2), "Joint highest of 4 with a figure"),
        (
            exact(4)[0],
            [Span(1, 5), *exact(6)],
            "Between 2nd and 3rd highest of 3, 1 of them not published",
        ),
        (exact(9)[0], [Span(1, 5), *exact(6)], "Highest of 3, 1 of them not published"),
        (exact(9)[0], [], "Nobody to compare with"),
        (None, [None, None], "Nobody to compare with; 2 not available"),
        (None, [*exact(6), None], "No figure of our own to place among 1 with a figure; 1 not available"),
    ],
)
def test_a_rank_is_said_with_ties_and_with_those_missing(own, others, said):
    assert rank_in_words(own, others) == said


def test_rounding_is_half_up_as_dfe_does_it():
    assert [str(half_up(each, 1)) for each in (0.25, 2.45, 15.75, 15.749)] == ["0.3", "2.5", "15.8", "15.7"]
    assert str(half_up(0.5)) == "1" and str(half_up(2.5)) == "3"


def latest(store, indicator, beside, authority=BRENT, average=None, **chosen):
    whom = comparator_named(store, beside, authority, **chosen)
    return compare(store, LOCAL, indicator_called(indicator), authority, whom, average)[-1]


def test_brent_s_caseload_in_london(store):
    found = latest(store, "average_caseload", "london")
    assert found.rank == "3rd highest of 30 with a figure; 2 not available"
    shape = found.to_json()
    assert shape["as_at"] == "2025-09-30" and (shape["value"], shape["low"], shape["high"]) == (15.8, 13.8, 13.8)
    assert (shape["average"], shape["with_figure"], shape["without_figure"]) == ("published", 29, 2)
    assert found.verdict == "higher" and "shipped with the program" in shape["release"]


def test_the_lists_of_neighbours_are_named_and_give_their_own_answers(store):
    new, old = (latest(store, "average_caseload", "neighbours", version=each) for each in ("2025", "2021"))
    assert (new.to_json()["list"], old.to_json()["list"]) == ("2025", "2021")
    assert new.rank == "3rd highest of 11 with a figure" and old.rank == "4th highest of 11 with a figure"
    with pytest.raises(Mendable, match="no list of neighbours of 1999. Use one of 2025, 2021"):
        comparator_named(store, "neighbours", BRENT, "1999")


def test_a_suppressed_neighbour_makes_it_impossible_to_tell(store):
    columns = ["CPP_At31", "2_years_or_more", "2_years_or_more_percent"]
    near = [*OUTER, "307", "E09000009", "Ealing"], [*OUTER, "313", "E09000018", "Hounslow"]
    rows = [rows_of(BRENTS_ROW, "2026", "100", "2", "2"), rows_of(LONDON, "2026", "9000", "270", "3")]
    rows += [rows_of(each, "2026", "100", "c", "c") for each in near]
    load_file(store, LOCAL, "long_plans.csv", published_csv(columns, *rows))
    found = latest(store, "cp_plans_two_years_or_more", "neighbours")
    assert (found.average.span, found.verdict) == (Span(1, 5), "cannot tell")
    assert found.rank == "Between 1st and 3rd highest of 3, 2 of them not published"
    assert len(found.gone) == 8 and all("is not in this release" in each for each in found.gone)
    assert found.to_json()["without_figure"] == 10
    assert latest(store, "cp_plans_two_years_or_more", "london").verdict == "lower"
    assert (
        latest(store, "cp_plans_two_years_or_more", "england").average.reason == "DfE published no figure of England."
    )


def test_of_a_year_that_is_held_in_part_no_average_and_no_rank_is_told(store):
    leeds = "E08000035"
    for beside, average, held in (("england", "median", 153), ("neighbours", None, 10)):
        whom = comparator_named(store, beside, leeds)
        *earlier, last = compare(store, LOCAL, indicator_called("cp_plans_two_years_or_more"), leeds, whom, average)
        assert last.average.span is not None and not last.in_part and len(last.members) in (held, held - 1)
        for each in earlier:
            assert each.average.span is None and each.rank.startswith("Not told, since only ")
            assert each.average.reason.endswith("authorities are held for this year. Load DfE's whole file.")
    *earlier, _ = compare(
        store, LOCAL, indicator_called("average_caseload"), BRENT, comparator_named(store, "london", BRENT)
    )
    assert not [each for each in earlier if each.in_part], "London ships for every year"
    england = compare(
        store, LOCAL, indicator_called("average_caseload"), BRENT, comparator_named(store, "england", BRENT)
    )
    assert all(each.average.span for each in england), "what DfE printed of the whole is told for every year"


def test_a_neighbour_that_was_abolished_is_named_and_its_successors_do_not_stand_in(store):
    whom = comparator_named(store, "group", BRENT, group=["E10000021", "E09000009"])
    found = compare(store, LOCAL, indicator_called("average_caseload"), BRENT, whom)[-1]
    assert [each.name for each, _ in found.members] == ["Ealing"]
    assert found.gone[0].startswith("Northamptonshire was abolished on 1 April 2021. North Northamptonshire and West")


EALING, HOUNSLOW = [*OUTER, "307", "E09000009", "Ealing"], [*OUTER, "313", "E09000018", "Hounslow"]


@pytest.mark.parametrize(
    ("rows", "ours", "dfe"),
    [
        ([(EALING, "1304", "100", "13"), (HOUNSLOW, "1313", "100", "13.1")], 13.1, None),
        ([(EALING, "1304", "100", "13"), (HOUNSLOW, "1306", "100", "13.1")], 13.1, None),
        ([(EALING, "1298", "100", "13"), (HOUNSLOW, "1308", "100", "13.1")], 13.0, (13.1, (), 0)),
        ([(EALING, "1300", "100", "13"), (HOUNSLOW, "c", "100", "c")], (6.5, 6.5), (13.0, (), 1)),
    ],
)
def test_the_median_of_dfe_s_dashboard_is_told_where_it_is_another(store, rows, ours, dfe):
    near = [rows_of(area, "2026", *cells) for area, *cells in rows]
    load_file(store, LOCAL, "csww.csv", workforce(rows_of(BRENTS_ROW, "2026", "1500", "100", "15"), *near))
    found = latest(store, "average_caseload", "neighbours")
    told = found.dashboard and (found.dashboard.value, found.dashboard.joint, found.dashboard.hidden)
    assert told == dfe and found.to_json()["dashboard"] == (dfe and dfe[0])
    if not isinstance(ours, tuple):
        assert found.average.span.rounded(1) == (ours, ours)


def test_dfe_s_dashboard_leaves_out_who_returned_together(store):
    wokingham, bracknell = "E06000041", [*OUTER[:3], "E12000008", "South East", "867", "E06000036", "Bracknell Forest"]
    rows = [rows_of(KINGSTON, "2026", "2000", "100", "20"), rows_of(bracknell, "2026", "1000", "100", "10")]
    load_file(store, LOCAL, "csww.csv", workforce(*rows))
    whom = comparator_named(store, "neighbours", wokingham)
    found = compare(store, LOCAL, indicator_called("average_caseload"), wokingham, whom, release=1)[-1]
    assert (found.average.span, found.dashboard.value) == (Span(15, 15), 10)
    assert as_dfe_shows_it(found.measure, found.dashboard) == (
        "By the method of DfE's dashboard the median is 10.0: it takes figures as they are printed, rounded, and "
        "leaves out Kingston upon Thames / Richmond upon Thames, which returned together. Ours is of figures before "
        "rounding."
    )


@needs_files
def test_of_all_medians_of_caseload_as_many_are_dfe_s_as_were_counted():
    near, releases = real()
    lists = defaultdict(list)
    for neighbour in (each for each in near if each.list == "2025"):
        lists[neighbour.authority].append(neighbour.neighbour)
    by_year = held_by_year(next(release for release in releases if release.publication.name == "workforce"))
    told = Counter()
    for figures_of_year in by_year.values():
        present = {figure.authority for figure in figures_of_year}
        for authority in present & set(lists):
            whom = Comparator("neighbours", "", members=tuple(lists[authority])).among(figures_of_year, authority)
            made = average_of("median", CASELOAD, [(figure, span_of(CASELOAD, figure)) for figure in whom]).span
            by_dfe = dashboard_median(CASELOAD, whom)
            told["other"] += by_dfe is not None and made.rounded(1) != (by_dfe.value, by_dfe.value)
    assert told["other"] == 389


def held_by_year(release):
    areas = {area.authority: asdict(area) for area in release.areas}
    by_year = defaultdict(list)
    for figure in release.figures:
        if figure.measure == CASELOAD.name:
            halves = {name: value for name, value in figure._asdict().items() if name != "measure"}
            by_year[figure.year].append(Held(**areas[figure.authority] | halves))
    return by_year


def test_a_joint_return_counts_once(store):
    both = comparator_named(store, "group", BRENT, group=["E09000021", "E09000027"])
    found = compare(store, LOCAL, indicator_called("average_caseload"), BRENT, both)[-1]
    assert [each.name for each, _ in found.members] == [
        "Kingston upon Thames / Richmond upon Thames"
    ] and not found.gone
    assert latest(store, "average_caseload", "london", authority="E09000021").own.source == "published"


def test_a_group_that_is_kept_is_compared_with_by_its_name_and_version(store):
    for codes in (["E09000009", "E09000021"], ["E09000009"]):
        keep_group_for_comparing(store, LOCAL, "West and south", codes)
    found = latest(store, "average_caseload", "west and south")
    assert [each.name for each, _ in found.members] == ["Ealing"]
    assert found.to_json()["group"].startswith("West and south, version 2 of ") and found.average.name == "median"
    first = latest(store, "average_caseload", "West and south", version="1")
    assert [each.name for each, _ in first.members] == ["Ealing", "Kingston upon Thames / Richmond upon Thames"]
    for taken in ("London", "statistical  neighbours", "group"):
        with pytest.raises(Mendable, match="is the name of another comparison. Give the group another name"):
            keep_group_for_comparing(store, LOCAL, taken, ["E09000009"])
    with pytest.raises(Mendable, match="england, group, West and south; or keep a group under that name with"):
        comparator_named(store, "North", BRENT)


def test_what_dfe_has_not_printed_of_us_is_counted_here(borough):
    found = latest(borough, "average_caseload", "outer-london", authority=EXAMPLE)
    assert found.own.source == "counted here" and found.own.numerator and found.own.span.known
    assert (
        latest(borough, "average_caseload", "neighbours", authority=EXAMPLE).asked.comparator.members[0] == "E09000009"
    )


def test_ours_is_counted_here_where_dfe_hides_it(store):
    columns = ["CPP_At31", "2_years_or_more", "2_years_or_more_percent"]
    rows = [rows_of(BRENTS_ROW, "2026", "100", "c", "c"), rows_of(LONDON, "2026", "9000", "270", "3")]
    load_file(store, LOCAL, "long_plans.csv", published_csv(columns, *rows))
    hidden = latest(store, "cp_plans_two_years_or_more", "london").own
    assert (hidden.span, hidden.source) == (Span(1, 5), "published")
    plans = [{"start_date": "2024-01-01" if each < 4 else "2026-01-01"} for each in range(100)]
    month = month_end("2026-03")
    rows = example_rows("child_protection_plans", plans, month_end=month)
    publish_rows(store, {"child_protection_plans": rows}, month)
    ours = latest(store, "cp_plans_two_years_or_more", "london").own
    assert (ours.span, ours.numerator, ours.source) == (Span(4, 4), 4, "counted here")


def test_what_cannot_be_asked_is_refused_in_a_sentence(store):
    with pytest.raises(Mendable, match='There is no comparison with "mars". Use one of neighbours, london'):
        comparator_named(store, "mars", BRENT)
    with pytest.raises(Mendable, match='There is no average "published" of Statistical neighbours, 2025 list. Use one'):
        latest(store, "average_caseload", "neighbours", average="published")
    with pytest.raises(Mendable, match="Say who is in the group"):
        comparator_named(store, "group", BRENT)
    with pytest.raises(Mendable, match="E1 is not the code of an authority"):
        comparator_named(store, "group", BRENT, group=["E1"])
    with pytest.raises(Mendable, match="No published figure is known for caseload_above_20"):
        latest(store, "caseload_above_20", "london")


def test_the_total_of_an_area_is_no_average_of_its_numbers(store):
    assert latest(store, "children_looked_after", "england").average.name == "median"
    with pytest.raises(Mendable, match='no average "published" of England. Use one of median, mean'):
        latest(store, "children_looked_after", "england", average="published")
