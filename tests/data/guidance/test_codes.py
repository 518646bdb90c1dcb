"""A code set knows in which collection years each of its codes is valid."""

from datetime import date

import pandas
import pytest

import data.codes
from data.arrivals import typed
from data.codes import (
    ACCOMMODATION,
    ACCOMMODATION_TYPE,
    ASSESSMENT_FACTOR,
    CATEGORY_OF_ABUSE,
    ETHNICITY,
    LEGAL_STATUS,
    PLACEMENT,
    PLACEMENT_PROVIDER,
    REFERRAL_SOURCE,
    SEX,
    SUITABILITY,
    YES_NO,
    CodeSet,
    collection_year,
)
from data.codes.code_set import folded, year_begins
from data.extract import Code, Codes
from data.extracts import all_extracts
from data.returns.declaration import all_returns
from data.returns.list_columns import Answer
from tests.every_case import by_name, every

LAST_DAY, FIRST_DAY = date(2024, 3, 31), date(2024, 4, 1)
SETS = {name: value for name, value in vars(data.codes).items() if isinstance(value, CodeSet)}
each_set = every("codes", SETS.values(), by_name)


@each_set
def test_a_set_is_whole(codes):
    assert set(codes.also_written.values()) <= set(codes.meanings)
    assert set(codes.since) | set(codes.until) <= set(codes.meanings) | set(codes.also_written)
    assert not set(codes.also_written) & set(codes.meanings)
    assert all(text == text.upper() for text in (*codes.meanings, *codes.also_written))
    assert all(codes.read(code.lower()) == code for code in codes.meanings)
    assert list(codes)
    for code in codes.meanings:
        first, last = codes.first_day(code), codes.last_day(code)
        assert first is None or last is None or first < last


def test_names_are_told_apart_and_every_set_is_used():
    assert len({codes.name for codes in SETS.values()}) == len(SETS)
    columns = [column for declared in all_extracts().values() for column in declared.columns]
    used = {column.allowed.name for column in columns if isinstance(column, Code | Codes)}
    of_lists = {answer.allowed.name for answer in every_answer()}
    assert {codes.name for codes in SETS.values()} == used | of_lists


def every_answer():
    lists = (listing for declaration in all_returns().values() for listing in declaration.lists.values())
    return [column for listing in lists for column in listing.columns.values() if isinstance(column, Answer)]


def not_answers(codes):
    """Return texts that are no answer of a set: each answer with a word before it, and with one letter changed."""
    texts = [f"not {answer}" for answer in codes.answers]
    for place, answer in enumerate(codes.answers):
        letter = place % len(answer)
        texts += [f"{answer[:letter]}{other}{answer[letter + 1 :]}" for other in "QJ"]
        texts += [f"{answer}?", f"-{answer}", f"{answer} {codes.answers[place - 1]}"]
    return [text for text in texts if folded(text) not in codes.answers and not codes.is_blank(text)]


@each_set
def test_what_is_nearly_an_answer_is_none(codes):
    wrong = not_answers(codes)
    assert len(wrong) >= 20
    assert [text for text in wrong if codes.read(text) is not None] == []
    assert {folded(f"not {answer}") for answer in codes.answers}.isdisjoint({*codes.answers} - {"NOT IN TOUCH"})


@each_set
def test_an_answer_is_read_in_any_case_and_with_any_stroke_between_code_and_words(codes):
    for code, meaning in codes.meanings.items():
        for text in (f"{code}: {meaning}", f"{code.lower()} – {meaning.upper()}", f" {code} - {meaning.lower()} "):
            assert codes.read(text) == code, text


@pytest.mark.parametrize(
    ("codes", "text", "code"),
    [
        (SEX, "b) Female", "F"),
        (SEX, "a) Female", None),
        (SEX, "c) Not stated/recorded (or unborn)", "U"),
        (SEX, "Unborn", "U"),
        (SEX, "Not specified", "U"),
        (YES_NO, "1.0", "Y"),
        (YES_NO, "1.5", None),
        (ETHNICITY, "Asian or Asian British: Indian", "AIND"),
        (ETHNICITY, "Mixed - White and Asian", "MWAS"),
        (ETHNICITY, "Asian", None),
        (YES_NO, "a) Yes", "Y"),
        (YES_NO, "b) Yes", None),
        (YES_NO, "c) Unknown", None),
        (YES_NO, "NOBT - Information not yet obtained", None),
        (ETHNICITY, "s) NOBT", "NOBT"),
        (ETHNICITY, "t) NOBT", "NOBT"),
        (ETHNICITY, "b) WBRI", None),
        (LEGAL_STATUS, "C2: FCO", "C2"),
        (LEGAL_STATUS, "C2: ICO", None),
        (LEGAL_STATUS, "V2 - Single period under S20", "V2"),
        (PLACEMENT, "p) K2: Children’s Homes", "K2"),
        (PLACEMENT, "x) K3: Supported accommodation (16 and over)", "K3"),
        (PLACEMENT, "x) K2", None),
        (REFERRAL_SOURCE, "j) 3D: Health services", "3D"),
        (REFERRAL_SOURCE, "Health services", None),
        (ACCOMMODATION_TYPE, "S: No fixed abode / homeless", "S"),
        (ACCOMMODATION_TYPE, "Young", None),
        (SUITABILITY, "a) Suitable", "SUITABLE"),
        (SUITABILITY, "unsuitable", "UNSUITABLE"),
        (SUITABILITY, "Not suitable", None),
        (YES_NO, "Yes - ", "Y"),
        (YES_NO, "No.", "N"),
        (YES_NO, "Yes - not seen", None),
        (YES_NO, "No - refused", None),
        (PLACEMENT_PROVIDER, "PR4: Private", "PR4"),
        (PLACEMENT_PROVIDER, "e) PR4 - Private", "PR4"),
        (PLACEMENT_PROVIDER, "PR4: Not private", None),
        (PLACEMENT_PROVIDER, "PR1: Private", None),
        (LEGAL_STATUS, "C1 - Interim", "C1"),
        (LEGAL_STATUS, "C2 - Interim", None),
        (PLACEMENT, "Childrens Home", "K2"),
        (ETHNICITY, "White & Asian", "MWAS"),
        (CATEGORY_OF_ABUSE, "Emotional", "EMO"),
        (CATEGORY_OF_ABUSE, "Emotional & Neglect", None),
        (REFERRAL_SOURCE, "N/K", "10"),
        (SEX, "n/k", "U"),
        (ACCOMMODATION, "0", "0"),
        (ACCOMMODATION, "0.0", "0"),
    ],
)
def test_answers_of_annex_a_are_taken_whole(codes, text, code):
    assert codes.read(text) == code


def test_an_answer_that_says_nothing_is_a_blank_unless_a_code_means_it():
    assert [YES_NO.is_blank(text) for text in ("c) Unknown", "Not recorded", "Not known", "None recorded", "No")] == [
        True,
        True,
        True,
        False,
        False,
    ]
    assert all(map(YES_NO.is_blank, ("N/K", "nk", "Not yet known", "not stated", "c) N/K")))
    assert [SUITABILITY.read(text) for text in ("N/K", "NK")] == [None, None]
    assert (REFERRAL_SOURCE.read("Unknown"), REFERRAL_SOURCE.is_blank("Unknown")) == ("10", False)


def test_supported_accommodation_begins_with_a_collection_year():
    assert "K3" not in PLACEMENT.valid_on(LAST_DAY)
    assert "K3" in PLACEMENT.valid_on(FIRST_DAY)


def test_placements_of_2024_25_and_of_the_year_after():
    before, after = (set(PLACEMENT.valid_on(day)) for day in (date(2025, 3, 31), date(2025, 4, 1)))
    assert before - after == {"H5", "P2", "Z1"}
    assert after - before == {"Z11", "Z12", "Z13", "Z14"}
    assert set(PLACEMENT) == after


def test_factors_retired_and_their_heirs():
    assert {"18A", "18B", "19A", "19C"} <= set(ASSESSMENT_FACTOR.valid_on(LAST_DAY))
    assert {"18A", "19A"}.isdisjoint(ASSESSMENT_FACTOR.valid_on(FIRST_DAY))
    assert {"18B", "18C", "19B", "19C"}.isdisjoint(ASSESSMENT_FACTOR.valid_on(date(2020, 3, 31)))
    assert {"18A", "18B", "24A"} <= set(ASSESSMENT_FACTOR.valid_on(date(2022, 3, 31)))
    assert "24A" not in ASSESSMENT_FACTOR.valid_on(date(2021, 3, 31))


def test_a_spelling_is_read_in_its_own_years():
    assert [SEX.read("1", day) for day in (LAST_DAY, FIRST_DAY, None)] == ["M", None, "M"]
    assert SEX.read("b) Female", FIRST_DAY) == "F"
    assert ETHNICITY.read("a) WBRI") == "WBRI"
    assert PLACEMENT.read("h5", date(2026, 4, 1)) == "H5"


def test_years_in_words():
    assert PLACEMENT.years("H5") == "to 2024/25"
    assert PLACEMENT.years("K3") == "since 2024/25"
    assert REFERRAL_SOURCE.years("6") == ""


def test_several_codes_are_read_one_by_one():
    rows = pandas.DataFrame({"factors": ["2b; 3A", "18a/4B", "2B,ZZ", " ", None, "#N/A"]})
    table = typed(all_extracts()["assessments"], rows, FIRST_DAY)
    assert table["factors"].astype(object).where(table["factors"].notna(), None).tolist() == [
        "2B,3A",
        "18A,4B",
        "2B,ZZ",
        None,
        None,
        None,
    ]


@pytest.mark.parametrize(
    ("day", "year"), [("2024-03-31", "2023/24"), ("2024-04-01", "2024/25"), ("2099-12-31", "2099/00")]
)
def test_a_collection_year_begins_in_april(day, year):
    assert collection_year(date.fromisoformat(day)) == year
    assert year_begins(year) <= date.fromisoformat(day)
