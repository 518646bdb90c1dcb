"""DfE's files are known by what stands in them, read without losing why a number is missing, and kept by release."""

import calendar
from collections import Counter

import pytest

from data.access import LOCAL_USER as LOCAL
from data.errors import Mendable
from data.published.authority_groups import group_called, groups, keep_group
from data.published.dfe_file import read_release
from data.published.dfe_publication import Publication, Wording, all_measures, all_publications
from data.published.neighbours import lists_held, neighbours_of, read_neighbours
from data.published.published_figures import edition_for, editions, editions_with, published
from data.published.releases import columns_read_as, load_file
from data.published.shipped_selection import shipped
from data.published.shipped_tables import ask_published, population_held
from indicators.engine.rounding import half_up
from tests.published import (
    BRENT,
    ENGLAND,
    KINGSTON,
    LONDON,
    needs_files,
    published_csv,
    real,
    rows_of,
    workforce,
)

CASELOAD = "workforce.average_caseload"
POPULATION = population_held()


def figures(contents: bytes, name: str = "a.csv"):
    return {
        (each.authority, each.year, each.measure): each for each in read_release(name, contents, POPULATION).figures
    }


@pytest.mark.parametrize("word", ["c", "x", "z", "u", "k", "low", ":", ".."])
def test_a_word_in_the_place_of_a_number_is_kept_beside_it(word):
    told = figures(workforce(rows_of(BRENT, "2025", "2259", word, word)))
    brent = told["E09000005", 2025, CASELOAD]
    assert (brent.numerator, brent.numerator_missing) == (2259, "")
    assert (brent.denominator, brent.denominator_missing) == (None, word)
    assert (brent.value, brent.value_missing) == (None, word)


def test_what_is_neither_a_number_nor_a_word_is_named():
    with pytest.raises(Mendable, match='a.csv, row 3, cases: "2,2x9" is neither a number nor one of c, x'):
        figures(workforce(rows_of(ENGLAND, "2025", "321,661", "1", "1"), rows_of(BRENT, "2025", "2,2x9", "1", "1")))


def test_headings_and_labels_of_other_editions_are_known():
    old = published_csv(
        ["population_count", "population_estimate", "number", "rate_per_10000"],
        rows_of(BRENT, "2021", "Children looked after at 31 March each year", "75,000", "300", "40"),
    )
    release = read_release("renamed.csv", old, POPULATION)
    assert [(each.measure, each.numerator, each.value) for each in release.figures] == [
        ("looked_after.looked_after", None, 300),
        ("looked_after.looked_after_rate", 300, 40),
    ]
    assert release.read_by == "the headings of the editions of 2023 and 2024" and len(release.missing) == 2
    assert 'has no row whose population_type is "Children ceasing to be looked after each year"' in release.missing[1]


def test_an_edition_may_mix_the_wordings_of_two():
    mixed = published_csv(
        ["population_type", "population_estimate", "number", "rate_per_10000"],
        rows_of(BRENT, "2021", "Children looked after on 31 March each year", "75,000", "300", "40"),
    )
    assert figures(mixed)["E09000005", 2021, "looked_after.looked_after"].value == 300


def in_the_words_of(publication: Publication, wording: Wording) -> bytes:
    """Return a file with a row for each row that the measures of a publication want, worded as editions worded them."""
    headings = [wording.headings.get(column, column) for column in publication.columns]
    wanted = [
        {**measure.where, **further}
        for measure in publication.measures
        for further in ([{}, measure.out_of] if measure.out_of else [{}])
    ]
    rows = [
        [
            wording.labels.get(label, label) if (label := labels.get(column, "")) else "8"
            for column in publication.columns
        ]
        for labels in {tuple(sorted(labels.items())): labels for labels in wanted}.values()
    ]
    return published_csv(headings, *(rows_of(BRENT, "2023", *row) for row in rows))


def test_every_wording_of_every_publication_is_read_whole_and_as_itself():
    for publication in all_publications().values():
        for wording in (Wording(), *publication.wordings):
            release = read_release("a.csv", in_the_words_of(publication, wording), POPULATION)
            assert release.publication == publication and not release.missing, (wording, release.missing)
            assert release.read_by.removeprefix("the headings of the editions of ") == wording.editions, (
                publication.name
            )
            assert {each.measure for each in release.figures} == {each.name for each in publication.measures}


def test_two_columns_that_changed_names_are_not_mistaken_for_each_other():
    health = all_publications()["health_of_looked_after"]
    told = read_release("a.csv", in_the_words_of(health, health.wordings[0]), POPULATION)
    assert told.read_by.endswith("2022, 2023 and 2024") and len(told.figures) == len(health.measures)


def test_what_a_file_lacks_is_said_plainly_with_the_nearest_that_it_has():
    release = read_release("a.csv", workforce(rows_of(BRENT, "2025", "1", "1", "1")), POPULATION)
    assert {each.measure for each in release.figures} == {CASELOAD}
    lacks = (
        "a.csv has no column vacancy_rate_fte; no column vacancy_fte; no column inpost_fte (social_worker_fte in 2022)"
    )
    assert f"{lacks}, so Vacancies is left out." in release.missing
    renamed = published_csv(
        ["CPP_starts", "CPP_subsequent", "CPP_subsequent_pct"], rows_of(BRENT, "2026", "8", "2", "25")
    )
    with pytest.raises(Mendable) as refused:
        read_release("a.csv", renamed, POPULATION)
    told = str(refused.value)
    assert 'no column CPP_subsequent_percent (is it "CPP_subsequent_pct"?)' in told
    assert 'no column CPP_start (is it "CPP_starts"?)' in told and "--read-as HEADING=COLUMN" in told


def test_a_renamed_heading_is_read_as_somebody_says(store):
    renamed = published_csv(["CPP_begun", "CPP_subsequent", "Share"], rows_of(BRENT, "2026", "8", "2", "25"))
    read_as = columns_read_as(["CPP_begun=cpp_start", "Share = CPP_subsequent_percent"])
    assert load_file(store, LOCAL, "a.csv", renamed, read_as).new
    told = [each for each in published(store, "subsequent_plans.second_or_later", 1)]
    assert [(each.numerator, each.denominator, each.value) for each in told] == [(2, 8, 25)]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("CPP_begun", "does not say which column of DfE's a heading is"),
        ("CPP_begun=CPP_started", "The nearest column is CPP_start."),
        ("=CPP_start", "does not say which column"),
    ],
)
def test_a_reading_that_says_nothing_is_refused(text, says):
    with pytest.raises(Mendable, match=says):
        columns_read_as([text])


def test_a_reading_of_a_heading_that_is_not_there_or_not_needed_is_refused():
    plans = published_csv(["CPP_start", "CPP_subsequent", "Share"], rows_of(BRENT, "2026", "8", "2", "25"))
    with pytest.raises(Mendable, match='a.csv has no heading "Shares". It has: time_period'):
        read_release("a.csv", plans, POPULATION, {"Shares": "CPP_subsequent_percent"})
    with pytest.raises(Mendable, match='a.csv has a column CPP_start already. "Share" cannot stand for it, too'):
        read_release("a.csv", plans, POPULATION, {"Share": "CPP_start"})


def test_a_file_that_names_its_publication_is_no_other():
    columns = ["category", "CPP_Ended", "2_years_or_more", "2_years_or_more_percent"]
    row = rows_of(BRENT, "2025", "Child Protection Plans ending by length of time", "8", "2", "25")
    with pytest.raises(Mendable, match=r'nearest to Child protection plans ending.*CPP_End \(is it "CPP_Ended"\?\)'):
        read_release("a.csv", published_csv(columns, row), POPULATION)


def reviews(*shares: float):
    """Return a file of reviews whose headings nobody read: an authority a share, which stands before its halves."""
    leeds = ["Local authority", "E92000001", "England", "E12000003", "Yorkshire and The Humber"]
    rows = [
        rows_of(
            [*leeds, str(800 + place), f"E0900{place:04}", f"Place {place}"],
            "2025",
            "Plans and their reviews",
            f"{share}",
            f"{50 + place}",
            f"{half_up((50 + place) * share / 100)}",
        )
        for place, share in enumerate(shares)
    ]
    exact = [[*row[:-3], f"{half_up(int(row[-1]) / int(row[-2]) * 100, 1)}", *row[-2:]] for row in rows]
    return published_csv(["category", "perc", "plans_held_3m", "in_time"], *exact)


def test_headings_that_nobody_could_read_are_told_by_what_they_hold():
    told = read_release("d6.csv", reviews(*(70 + place % 25 for place in range(30))), POPULATION)
    assert (told.publication.name, len(told.figures), told.missing) == ("reviews_in_timescale", 30, ())
    figure = told.figures[7]
    assert figure.denominator == 57 and figure.value == float(half_up(figure.numerator / 57 * 100, 1))
    assert '"in_time" for CPP_reviewed, "plans_held_3m" for CPP_three_months_or_more' in told.read_by


@pytest.mark.parametrize("shares", [[100] * 30, [80, 90, 70]])
def test_what_may_be_another_way_is_not_told_by_what_it_holds(shares):
    with pytest.raises(Mendable, match="d6.csv is none of DfE's files that are known here.*say so with --read-as"):
        read_release("d6.csv", reviews(*shares), POPULATION)


def test_months_are_told_by_their_names_within_headings():
    months = [month for month in calendar.month_name if month]
    columns = [text for month in months for text in (f"Referrals_{month}", f"Referrals_{month}_percent")]
    told = read_release("c6.csv", published_csv(columns, rows_of(BRENT, "2025", *["8", "1"] * 12)), POPULATION)
    assert (told.publication.name, len(told.figures)) == ("referrals_by_month", 12)
    assert {figure.value for figure in told.figures} == {8}


def test_a_half_may_be_a_sum_and_is_missing_where_a_part_is():
    columns = ["Section47", "ICPC", "Duration_0-10_days", "Duration_11-15_days"]
    rows = rows_of(BRENT, "2025", "50", "20", "3", "12"), rows_of(ENGLAND, "2025", "50", "20", "c", "12")
    told = figures(published_csv(columns, *rows))
    share = told["E09000005", 2025, "enquiries_and_conferences.conferences_in_15_working_days"]
    assert (share.numerator, share.denominator, share.value) == (15, 20, 75)
    hidden = told["E92000001", 2025, "enquiries_and_conferences.conferences_in_15_working_days"]
    assert (hidden.numerator, hidden.numerator_missing, hidden.value_missing) == (None, "c", "c")


def test_a_file_that_is_none_of_dfe_s_is_refused():
    with pytest.raises(Mendable, match="letter.csv has no column time_period, geographic_level"):
        read_release("letter.csv", b"Dear,all\n1,2\n", POPULATION)
    with pytest.raises(Mendable, match="b.csv is none of DfE's files that are known here"):
        read_release("b.csv", published_csv(["apples"], rows_of(BRENT, "2025", "3")), POPULATION)
    with pytest.raises(Mendable, match="half.csv is nearest to Children's social work workforce, but it has no column"):
        read_release("half.csv", published_csv(["cases"], rows_of(BRENT, "2025", "3")), POPULATION)
    with pytest.raises(Mendable, match="c.csv, row 2 has 9 cells under 13 headings"):
        read_release("c.csv", workforce(["2025", *BRENT]), POPULATION)


@pytest.mark.parametrize(("period", "year"), [("2025", 2025), ("202425", 2025), ("2024/25", 2025)])
def test_a_period_is_the_year_in_which_it_ends(period, year):
    assert ("E09000005", year, CASELOAD) in figures(workforce(rows_of(BRENT, period, "1", "1", "1")))
    with pytest.raises(Mendable, match='row 2: time_period is "last year"'):
        figures(workforce(rows_of(BRENT, "last year", "1", "1", "1")))


def test_a_second_figure_of_the_same_is_refused():
    twice = rows_of(BRENT, "2025", "1", "1", "1"), rows_of(BRENT, "2025", "2", "1", "2")
    with pytest.raises(Mendable, match="row 3: a second figure of Average caseload for E09000005 in 2025"):
        figures(workforce(*twice))
    assert len(figures(workforce(twice[0], twice[0]))) == 1


def test_a_joint_return_stays_one_figure_of_both():
    told = figures(workforce(rows_of(KINGSTON, "2025", "1534", "95.2", "16.1")))
    assert list(told) == [("E09000021 / E09000027", 2025, CASELOAD)]


def test_a_rate_that_dfe_does_not_print_is_worked_out_of_the_population_of_the_year_before():
    plans = published_csv(
        ["CPP_start", "CPP_subsequent", "CPP_subsequent_percent"], rows_of(BRENT, "2025", "358", "53", "14.8")
    )
    rate = figures(plans)["E09000005", 2025, "subsequent_plans.plans_started_rate"]
    assert (rate.numerator, rate.denominator) == (358, 75001)
    assert rate.value == pytest.approx(47.73, abs=0.005)


def test_each_release_is_kept_beside_the_others_and_the_same_one_once(store):
    first = workforce(rows_of(BRENT, "2025", "2259", "143.2", "15.8"), rows_of(LONDON, "2025", "1", "1", "14.4"))
    assert load_file(store, LOCAL, "first.csv", first).new
    again = workforce(rows_of(LONDON, "2025", "1", "1", "14.4"), rows_of(BRENT, "2025", "2259", "143.2", "15.8"))
    told = load_file(store, LOCAL, "other_name.csv", again)
    assert not told.new and "held already; nothing changed" in told.sentence
    restated = workforce(rows_of(BRENT, "2025", "2260", "143.2", "15.8"))
    assert load_file(store, LOCAL, "restated.csv", restated).new
    assert sorted(editions(store)) == [0, 1, 2]
    for release, cases in ((1, 2259), (2, 2260)):
        rows = published(store, CASELOAD, release)
        assert [each.numerator for each in rows if each.authority == "E09000005"] == [cases]


def test_a_measure_is_read_from_the_latest_release_that_holds_the_authority(store):
    leeds = ["E12000003", "Yorkshire and The Humber", "383", "E08000035", "Leeds"]
    gone = ["E12000004", "East Midlands", "928", "E10000021", "Northamptonshire"]
    rows = [
        rows_of(["Local authority", "E92000001", "England", *each], "2020", "1", "1", "1") for each in (leeds, gone)
    ]
    load_file(store, LOCAL, "older.csv", workforce(*rows))
    assert edition_for(store, CASELOAD, "E10000021").release == 1, "what ships is of later years and lacks it"
    for authority in ("E08000035", "E09000005"):
        ships = edition_for(store, CASELOAD, authority)
        assert ships.release == 0 and ships.last_year == 2025 and "shipped with the program" in ships.named
    assert [each.release for each in editions_with(store, CASELOAD)] == [1, 0]


def test_everybody_ships_for_the_latest_year_and_those_most_often_asked_for_for_five(store):
    for measure in (each for each in all_measures().values() if each.ships):
        of_year = Counter(each.year for each in published(store, measure.name, 0) if each.level == "Local authority")
        last, first = max(of_year), min(of_year)
        assert of_year[last] > 145 and (last, first) in {(2025, 2021), (2024, 2020), (2024, 2024)}, measure.name
        assert last == first or 30 < of_year[first] < 60, measure.name


def test_a_group_is_kept_by_versions_and_none_is_overwritten(store):
    first, new = keep_group(store, LOCAL, " West  and east ", ["E09000026", "E09000009"])
    assert new and (first.name, first.version, first.members) == ("West and east", 1, ("E09000009", "E09000026"))
    assert (first.made_by, first.made_at.tzinfo) == ("local", None)
    assert keep_group(store, LOCAL, "west AND east", ["E09000009", "E09000026", "E09000009"]) == (first, False)
    second, new = keep_group(store, LOCAL, "West and East", ["E09000009"])
    assert new and second.version == 2 and group_called(store, "west and east") == second
    assert group_called(store, "West and east", "1") == first and groups(store) == [second, first]
    assert group_called(store, "North") is None
    with pytest.raises(Mendable, match="West and East has no version 3. Use one of 2, 1."):
        group_called(store, "west and east", "3")


def test_a_group_names_only_authorities_that_are_there(store):
    with pytest.raises(Mendable, match="E1, E2 is not the code of an authority. Write ONS codes"):
        keep_group(store, LOCAL, "Mine", ["E1", "E09000009", "E2"])
    with pytest.raises(Mendable, match="was abolished on 1 April 2021.*Write E06000061 and E06000062 in its place"):
        keep_group(store, LOCAL, "Mine", ["E10000021"])
    with pytest.raises(Mendable, match="Say who is in the group"):
        keep_group(store, LOCAL, "Mine", [])
    for name in ("  ", "x" * 61, "<b>Mine</b>"):
        with pytest.raises(Mendable, match="a name of 1 to 60 characters, without <, > and &"):
            keep_group(store, LOCAL, name, ["E09000009"])
    made, _ = keep_group(store, LOCAL, "Mine", ["E10000002", "E06000060"])
    assert made.members == ("E06000060",), "Buckinghamshire was only given another code"
    assert len(groups(store)) == 1


def test_a_question_on_what_is_public_reads_nothing_else(store):
    with pytest.raises(PermissionError, match="may not read store.ledger.loads"):
        ask_published(store, "select * from known_published join store.ledger.loads on true")


def test_every_measure_of_every_publication_says_what_it_counts():
    for each in all_measures().values():
        assert each.unit in ("count", "percent", "rate", "average") and each.title and len(each.counts) == 2
    assert all_publications()["workforce"].day(2025).isoformat() == "2025-09-30"
    assert all_publications()["absence"].day(2025).isoformat() == "2025-07-31"


def test_neighbours_of_both_lists_ship_with_their_closeness(store):
    assert lists_held(store) == ["2025", "2021"]
    names = [each.neighbour for each in neighbours_of(store, "E09000005", "2025")]
    assert names[:3] == ["E09000009", "E09000025", "E09000018"] and len(names) == 10
    assert neighbours_of(store, "E09000005", "2025")[4].closeness == "close"
    counted = ask_published(
        store, "select list, count(distinct authority) as n, count(*) as rows from known_neighbours group by list"
    )
    assert {(row.list, row.n, row.rows) for row in counted.itertuples()} == {("2025", 153, 1530), ("2021", 156, 1560)}


def test_a_list_of_neighbours_with_an_unknown_word_is_refused():
    heads = ["old_la_code", *(part for place in range(1, 11) for part in (f"SN_{place}", f"SN_{place}P"))]
    row = ["304", *(part for code in range(301, 311) for part in (str(code), "Close "))]
    listed = ",".join(heads) + "\n" + ",".join(row)
    assert len(read_neighbours("sn_2025.csv", listed.encode(), "2025")) == 10
    with pytest.raises(Mendable, match='sn.csv, row 2, beside SN_1: "Near" is not a closeness'):
        read_neighbours("sn.csv", listed.replace("Close ", "Near", 1).encode(), "2025")
    with pytest.raises(Mendable, match='sn.csv, row 2, SN_1: "999" is not DfE\'s code'):
        read_neighbours("sn.csv", listed.replace("301", "999", 1).encode(), "2025")


@needs_files
def test_what_ships_says_what_the_files_say():
    from data.published.areas import REFERENCE

    for name, text in shipped(*real()).items():
        assert (REFERENCE / name).read_text(encoding="utf-8") == text, f"{name}: run python -m data.published FOLDER"


@needs_files
def test_every_file_is_read_whole():
    _, releases = real()
    elsewhere = {"child_protection_plans", "enquiries_and_conferences", "plans_ending"}
    elsewhere |= {"reviews_in_timescale", "referrals_by_month", "placements", "ceased"}
    assert {each.publication.name for each in releases} == set(all_publications()) - elsewhere
    read = {each.measure for release in releases for each in release.figures}
    later = {"social_worker_changes.three_or_more_in_two_years"}
    assert read | later == {name for name in all_measures() if name.partition(".")[0] not in elsewhere}
    assert len([sentence for each in releases for sentence in each.missing]) == len(later)
