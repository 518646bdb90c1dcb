"""DfE's files are known by what stands in them, read without losing why a number is missing, and kept by release."""

from collections import Counter

import pytest

from data.access import LOCAL_USER as LOCAL
from data.errors import Mendable
from data.published.authority_groups import group_called, groups, keep_group
from data.published.dfe_file import read_release
from data.published.dfe_publication import all_measures, all_publications
from data.published.neighbours import lists_held, neighbours_of, read_neighbours
from data.published.published_figures import edition_for, editions, editions_with, published
from data.published.releases import load_file
from data.published.shipped_selection import shipped
from data.published.shipped_tables import ask_published, population_held
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


def test_headings_and_labels_of_other_years_are_known():
    old = published_csv(
        ["population_type", "population_estimate", "number", "rate_per_10000"],
        rows_of(BRENT, "2021", "Children looked after at 31 March each year", "75,000", "300", "40"),
    )
    release = read_release("renamed.csv", old, POPULATION)
    assert [(each.measure, each.numerator, each.value) for each in release.figures] == [
        ("looked_after.looked_after", None, 300),
        ("looked_after.looked_after_rate", 300, 40),
    ]
    assert len(release.missing) == 2
    assert 'has no row whose population_type is "Children ceasing to be looked after each year"' in release.missing[1]


def test_what_a_file_lacks_is_said_plainly():
    release = read_release("a.csv", workforce(rows_of(BRENT, "2025", "1", "1", "1")), POPULATION)
    assert {each.measure for each in release.figures} == {CASELOAD}
    assert "a.csv has no column vacancy_rate_fte, vacancy_fte, inpost_fte, so Vacancies is left out." in release.missing


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
        assert of_year[2025] > 145 and 30 < of_year[2021] < 60 and len(of_year) == 5, measure.name


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
    assert {each.publication.name for each in releases} == set(all_publications())
    assert {each.measure for release in releases for each in release.figures} == set(all_measures())
    assert not [sentence for each in releases for sentence in each.missing]
