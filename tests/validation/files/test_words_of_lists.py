"""What is said of lists of returns is said in their own words: their headings, each once, and their answers."""

import re
from datetime import date

import pytest

from data.extracts import all_extracts
from data.returns.declaration import all_returns
from data.returns.list_columns import Answer
from tests.every_case import every
from tests.examples import as_csv, example_texts
from tests.validation.files.test_other_peoples_returns import CASES
from tests.validation.files.test_returns import AD1, EPISODES, checked, csv, header, said
from validation.between import all_rules
from validation.check import Known, check
from validation.returns.list_rule import list_rules
from validation.rules.demands import rules_of
from validation.rules.sentences import SENTENCES, Words, answers_of, sentence_of

MARCH = date(2026, 3, 31)
RETURNS = all_returns()
OURS = {name for declared in all_extracts().values() for name in declared.column_names if "_" in name}
PLACEHOLDER = re.compile(r"\{[^{}]*\}")


def ours_in(sentence):
    """Return the names of our own columns that stand in a sentence."""
    return OURS & set(re.findall(r"\w+", sentence))


def test_no_sentence_across_rows_or_lists_has_the_name_of_a_column_written_into_it():
    rules = [*all_rules(), *(rule for name in RETURNS for rule in list_rules(name))]
    assert len(rules) > 300
    assert [
        (rule, ours_in(PLACEHOLDER.sub("", rule.sentence)))
        for rule in rules
        if ours_in(PLACEHOLDER.sub("", rule.sentence))
    ] == []
    named = {name for rule in all_rules() for name in re.findall(r"\{heading_of\[(\w+)\]\}", rule.sentence)}
    assert {"end_date", "reason_ended", "reversed_reason"} <= named <= OURS


def test_every_rule_of_rows_names_the_columns_as_the_file_calls_them():
    kinds = set()
    for declared in all_extracts().values():
        for rule in rules_of(declared, MARCH):
            kinds.add(rule.kind)
            headings = [f"HEADING {place}" for place in range(len(rule.columns))]
            values = ["19"] * len(rule.columns) if rule.kind not in ("at_least", "at_most") else [19]
            sentence = sentence_of(rule, values, Words([3, 4], headings))
            assert not ours_in(sentence), (rule.id, sentence)
            if rule.kind in ("not_before", "not_above"):
                assert sentence.count("HEADING 1") == 1 and "HEADING 0" not in sentence
    assert kinds == SENTENCES.keys()


@pytest.mark.parametrize("of", RETURNS.values(), ids=lambda of: of.title)
def test_the_answers_of_every_closed_set_of_a_list_are_named_as_the_return_writes_them(of):
    sets = {
        column.allowed for one in of.lists.values() for column in one.columns.values() if isinstance(column, Answer)
    }
    assert of.answers.keys() <= sets
    for allowed in sets:
        codes, written = allowed.valid_on(MARCH), of.answers.get(allowed, {})
        assert not written or written.keys() == set(codes)
        assert [allowed.read(text, MARCH) for text in written.values()] == list(written)
        if not written and of.answers and not of.years:
            assert all(re.fullmatch(r"[A-Z]{4}|(?=.*\d)[A-Z0-9]+|[A-Z]", code) for code in codes), allowed.name
    yes_no = next(one for one in sets if one.name == "yes or no")
    said_so = answers_of(yes_no, MARCH, Words(answers=of.answers.get(yes_no, {})))
    words = {"1": '"1" or "0"', "Yes": '"Yes" or "No"', "true": '"true" or "false"'}
    assert said_so == words.get(of.answers.get(yes_no, {}).get("Y"), "Y or N")


def test_a_month_is_asked_about_by_the_heading_of_a_list():
    old = csv("b.csv", EPISODES, *(f"A{n},14/06/2025,S,C2,N1,U6,PR1,,,,,," for n in range(3)))
    [told] = said(checked(header("A0", "A1", "A2"), old), "in_another_month")
    assert "100% of the dates in DECOM fall in June 2025" in told.message


def test_dates_the_wrong_way_round_are_told_by_both_headings_of_the_list():
    result = checked(header("Ada"), csv("b.csv", EPISODES, "Ada,14/04/2025,S,C2,N1,U6,PR1,01/04/2025,E8,,,,"))
    [told] = said(result, "end_date.not_before")
    assert told.message == "DEC, row 2: 01/04/2025 is before DECOM, 14/04/2025. Correct one of the two."


def test_one_day_that_only_puts_the_month_first_makes_the_others_of_its_column_doubtful():
    lines = ("Ada,14/04/2024,S,C2,N1,U6,PR1,05/02/2025,X1,,,,", "Ada,05/02/2025,P,C2,N1,U4,PR1,{},E8,,,,")
    asked = {
        day: said(checked(header("Ada"), csv("b.csv", EPISODES, *(line.format(day) for line in lines))), "american")
        for day in ("06/13/2025", "13/06/2025", "06/06/2025")
    }
    [told] = asked.pop("06/13/2025")
    assert (told.file, told.column, told.severity) == ("b.csv", "DEC", "query")
    assert '"05/02/2025" on row 2 was read with the day first' in told.message
    assert list(asked.values()) == [[], []]


def test_rows_open_at_once_and_columns_written_amiss_are_told_where_they_stand():
    episodes = csv(
        "b.csv",
        EPISODES,
        "Ada,04/14/2024,S,C2,N1,U6,PR1,04/15/2025,E8,,,,",
        "Ada,04/16/2024,S,C2,N1,U6,PR1,,,,,,",
        "Ada,04/17/2024,S,C2,N1,U6,PR1,,,,,,",
    )
    [american] = said(checked(header("Ada"), episodes), "american")
    assert (american.file, american.column, american.rule) == ("b.csv", "DECOM", "episodes.DECOM.american")
    twice = ("Ada,14/04/2024,S,C2,N1,U6,PR1,,,,,,", "Ben,14/04/2024,S,C2,N1,U6,PR1,,,,,,")
    both = csv("b.csv", EPISODES, *twice, "Ada,14/05/2025,S,C2,N1,U6,PR1,,,,,,")
    told = {one.row: one.message for one in said(checked(header("Ada", "Ben"), both), "one_open")}
    assert "row 4, from 14/05/2025" in told[2] and "row 2, from 14/04/2024" in told[4]


def test_a_child_that_is_spelled_nearly_alike_is_told_once():
    files = (header("0012345"), csv("b.csv", EPISODES, "12345,14/04/2025,S,C2,N1,U6,PR1,,,,,,"))
    result = checked(*files)
    assert len(said(result, "nearly_alike")) == 1 and not said(result, "not_among_children")
    other = csv("b.csv", EPISODES, "777,14/04/2025,S,C2,N1,U6,PR1,,,,,,")
    [told] = said(checked(header("0012345"), other), "not_among_children")
    assert (
        told.message == "CHILD, row 2: 777 is not in the list Header. Add the child there, or correct the identifier."
    )


@every("name", ["C51.xlsx", "C69.csv"])
def test_merged_cells_are_told_once_of_a_column(name):
    if not (CASES / name).is_file():
        pytest.skip("the cases are not here")
    result = check([(name, (CASES / name).read_bytes())], "2026-10", Known())
    merged = [one.column for one in result.findings if "merged" in one.rule]
    assert merged and len(merged) == len(set(merged))


def test_an_extract_in_our_own_layout_is_told_by_its_own_names():
    rows = [{"start_date": "2026-09-02", "end_date": "2026-09-01", "reason_ended": "E8"}]
    texts = example_texts(all_extracts()["looked_after_children"], rows)
    result = check([("care.csv", as_csv(texts))], "2026-10", Known())
    [told] = [one for one in result.findings if one.rule.endswith("end_date.not_before")]
    assert "01/09/2026 is before start_date, 02/09/2026" in told.message


def test_a_day_of_another_list_is_told_with_where_it_stands():
    episodes = csv("b.csv", EPISODES, "Ada,01/06/2023,S,E1,N1,A5,PR1,12/09/2025,E11,,,,")
    late = csv("ad1.csv", AD1, "Ada,01/06/2012,01/02/2020,01/03/2025,0,2,MM,L11")
    [told] = said(checked(header("Ada"), episodes, late), "decision_date.not_before")
    assert told.message == (
        "DATE_INT, row 2: 01/02/2020 is before DECOM on row 2 of b.csv, 01/06/2023. Correct one of the two."
    )
