"""A later release of DfE's is told from the day by which earlier ones were out, until a file of that year is held."""

from datetime import date

from data.access import LOCAL_USER as LOCAL
from data.published.dfe_publication import all_publications
from data.published.release_pages import later_releases, release_pages
from data.published.releases import load_file
from tests.published import BRENT, rows_of, workforce

NEED, CARE, WORK = "children_in_need", "looked_after", "workforce"


def test_every_publication_comes_out_in_a_release_whose_days_are_known():
    assert {publication.release for publication in all_publications().values()} == set(release_pages())
    for name, page in release_pages().items():
        assert page.address.startswith("https://explore-education-statistics.service.gov.uk/find-statistics/"), name
        assert all(day.year in (year, year + 1, year + 2) for year, day in page.out.items()), name


def test_a_release_is_expected_as_late_in_the_year_as_any_before_it():
    need, work = release_pages()[NEED], release_pages()[WORK]
    assert need.expected(2026) == date(2026, 11, 1) and work.expected(2026) == date(2027, 3, 19)
    assert [need.latest(date(2026, 10, 31)), need.latest(date(2026, 11, 1))] == [2025, 2026]
    assert need.latest(date(2030, 2, 28)) == 2029, "what nobody loaded for years is told by its last"


def test_a_day_that_few_years_have_is_the_next_one():
    page = release_pages()[WORK]
    only_leap = type(page)(title="", address="", out={2023: date(2024, 2, 29)})
    assert [only_leap.expected(2026), only_leap.expected(2027)] == [date(2027, 3, 1), date(2028, 2, 29)]


def test_what_is_probably_out_is_told_for_what_is_held_alone(store):
    assert set(later_releases(store, date(2026, 10, 31))) <= {"school_moves", "social_worker_changes"}
    november = later_releases(store, date(2026, 11, 30))
    assert {NEED, CARE, "plans_by_duration", "care_leavers_activity"} <= set(november)
    assert WORK not in november and "assessment_factors" not in november, "of factors nothing is held"
    need, care = november[NEED], november[CARE]
    assert (need.since, need.of) == ("Probably out since 1 November 2026", "figures at 31 March 2026")
    assert need.file == "b1_children_in_need_2013_to_2026.csv"
    assert (care.since, care.file) == (
        "Probably out since 26 November 2026",
        "cla_number_and_rate_per_10k_children.csv",
    )


def test_it_is_told_no_more_once_a_file_of_that_year_is_held(store):
    spring = date(2027, 4, 1)
    assert later_releases(store, spring)[WORK].file == "csww_indicators_2017_to_2026.csv"
    load_file(store, LOCAL, "w.csv", workforce(rows_of(BRENT, "2026", "2259", "143.2", "15.8")))
    assert WORK not in later_releases(store, spring)
    assert later_releases(store, date(2028, 4, 1))[WORK].year == 2027


def test_what_dfe_lists_already_is_probably_out_whatever_the_day(store):
    moves = later_releases(store, date(2026, 2, 1))["school_moves"]
    assert (moves.since, moves.of) == ("Probably out, since DfE lists that year", "figures at 31 March 2025")


def test_a_file_whose_name_could_not_be_read_is_named_by_its_title():
    from data.published.release_pages import LaterRelease

    assert LaterRelease(all_publications()["plans_ending"], 2025, 2026).file.startswith(
        "“Child protection plans ending"
    )
