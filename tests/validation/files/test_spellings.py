"""One identifier in several spellings is one child, and said; names that differ in capitals alone are asked about."""

from data.arrivals.typed_values import read_identifier
from data.extract import Identifier
from data.extracts import all_extracts
from data.identifiers import FORM, canonical
from tests.every_case import every
from tests.faults.fault import Files, one, published
from validation.check import Known, check

PLANS = "child_protection_plans"
IN_ONE_FORM = {
    "k001": "K001",
    " K 001 ": "K001",
    "Jane  Smith": "JANE SMITH",
    "K\u2011001": "K-001",
    "K\u2013001": "K-001",
    "'00012": "00012",
    "\uff11\uff12": "12",
    "К001": "K001",  # noqa: RUF001 - a Cyrillic letter
    "100001.0": "100001",
    "00012": "00012",
    "12345678-90ab": "12345678-90AB",
}
NOBODY = ["1e+05", "1E5", "3e5", "2.5e+05", "1.23457E+15", "1234567890123456.0", "1.2345678901234568e+19"]


def found(files: Files, known: Known | None = None) -> dict[str, list]:
    findings = check(files, "2026-10", known or Known()).findings
    return {rule: [each for each in findings if each.rule == rule] for rule in {each.rule for each in findings}}


@every("spelling", IN_ONE_FORM.items())
def test_an_identifier_has_one_form(spelling):
    text, form = spelling
    assert read_identifier(text) == canonical(text) == canonical(form) == form


def test_a_changed_form_has_another_number():
    assert FORM == 1, "raise FORM, bring what is stored to the form in a migration, and write the table above anew"


@every("text", NOBODY)
def test_what_excel_made_of_an_identifier_is_nobodys(text):
    try:
        identifier = read_identifier(text)
    except ValueError:
        return
    raise AssertionError(identifier)


@every("declared", all_extracts().values(), lambda declared: declared.name)
def test_every_column_of_identifiers_is_declared_as_one(declared):
    for column in declared.columns:
        assert isinstance(column, Identifier) or not column.name.endswith(("_id", "urn")), column.name


def test_two_spellings_of_one_child_are_one_child_and_said():
    ended = {"child_id": "K001", "start_date": "2026-01-05", "end_date": "2026-05-09"}
    rows = [ended, {"child_id": "k001"}, {"child_id": "K002"}]
    result = check(one(PLANS, *rows), "2026-10", Known())
    [file] = result.files
    assert file.table is not None and list(file.table["child_id"]) == ["K001", "K001", "K002"]
    [finding] = [each for each in result.findings if each.rule == f"{PLANS}.child_id.spelled_in_ways"]
    assert (finding.severity, finding.row, finding.column) == ("query", 3, "child_id")
    assert '"k001" on row 3 and "K001" on row 2 are one identifier, K001, and taken as one.' in finding.message


def test_spellings_meet_between_files_and_are_joined():
    files = [*one("children", {"child_id": "K001"}), *one(PLANS, {"child_id": "k\u2011001"}, {"child_id": "k001"})]
    rules = found(files)
    [finding] = rules[f"{PLANS}.child_id.spelled_in_ways"]
    assert '"k001" on row 3 and "K001" on row 2 of children.csv' in finding.message
    [near] = rules[f"{PLANS}.child_id.nearly_alike"]
    assert '"K-001" on row 2 and "K001" on row 2 of children.csv differ only in noughts or hyphens' in near.message
    assert f"{PLANS}.child_id.unknown_child" not in rules


def test_many_spellings_are_one_finding():
    capitals = [{"child_id": f"K{number:03}"} for number in range(30)]
    small = [{"child_id": f"k{number:03}"} for number in range(30)]
    [finding] = found([*one("children", *capitals), *one(PLANS, *small)])[f"{PLANS}.child_id.spelled_in_ways"]
    assert finding.rows_affected == 30 and finding.message.endswith("So it is of 30 of them.")


def test_what_is_kept_in_another_spelling_is_told():
    rules = found(one(PLANS, {"child_id": "K001"}, {"child_id": "k 002"}))
    [finding] = rules[f"{PLANS}.child_id.one_form"]
    assert (finding.severity, finding.rows_affected) == ("info", 1)
    assert '"k 002" on row 3 as K002' in finding.message


def test_a_team_in_three_spellings_is_asked_about():
    rows = [{"team": team} for team in ("North", "North", "north ", "NORTH", "South")]
    messages = [finding.message for finding in found(one(PLANS, *rows))[f"{PLANS}.team.named_in_ways"]]
    assert len(messages) == 2
    assert '"north" on row 4 and "North" on row 2 differ only in capitals' in messages[0]


def test_a_team_spelled_otherwise_than_published_is_asked_about():
    known = Known(before=published(PLANS, {"team": "North-East"}))
    [finding] = found(one(PLANS, {"team": "NORTH - EAST"}), known)[f"{PLANS}.team.respelled"]
    assert '"NORTH - EAST" was published as "North-East"' in finding.message
    assert not found(one(PLANS, {"team": "North-East"}), known).get(f"{PLANS}.team.respelled")


def test_lists_of_a_return_are_joined_by_the_one_form_and_both_spellings_named():
    header = b"CHILD,SEX,DOB,ETHNIC\n0012345,M,01/05/2015,WBRI\nAB77,F,02/05/2015,WBRI\n"
    episodes = (
        b"CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n"
        b"12345,01/06/2026,S,C2,N1,U6,PR1,,,,AB1 2CD,AB1 3CD,\nab77,01/06/2026,S,C2,N1,K2,PR1,,,,AB1 2CD,AB1 3CD,\n"
        b"1e+05,01/06/2026,S,C2,N1,K2,PR1,,,,AB1 2CD,AB1 3CD,\n"
    )
    result = check([("header.csv", header), ("episodes.csv", episodes)], "2026-10", Known())
    messages = {finding.rule: finding.message for finding in result.findings}
    assert (
        '"ab77" on row 3 and "AB77" on row 3 of header.csv are one identifier'
        in messages["episodes.CHILD.spelled_in_ways"]
    )
    assert '"12345" on row 2 and "0012345" on row 2 of header.csv' in messages["episodes.CHILD.nearly_alike"]
    assert '"1e+05" is an identifier that Excel has changed' in messages["looked_after_children.child_id.readable"]
    [care] = [file for file in result.files if file.extract == "looked_after_children"]
    assert care.table is not None and "AB77" in set(care.table["child_id"])


WORDS_FOR_NOBODY = ["N/A", "Unallocated", "not allocated", "Grand Total", "TBC", "(blank)", "Unknown"]


@every("word", WORDS_FOR_NOBODY)
def test_a_word_for_nobody_is_asked_about_where_it_would_be_counted_as_a_team_or_a_worker(word):
    files = one(PLANS, {"team": word, "worker_id": word}, {"team": "North", "worker_id": "W1"})
    findings = found(files)
    for column, remedy in (("team", "Give the right one"), ("worker_id", "Leave the cell blank")):
        (finding,) = findings[f"{PLANS}.{column}.stands_for_nobody"]
        assert (finding.row, finding.severity) == (2, "query") and remedy in finding.message, finding
        assert f'"{word}"' in finding.message


def test_a_team_whose_name_holds_such_a_word_is_a_team():
    assert not [rule for rule in found(one(PLANS, {"team": "Unallocated Cases"})) if rule.endswith("stands_for_nobody")]


def test_where_nothing_was_asked_the_blank_is_offered_and_not_taken():
    messages = [each.message for rule, all_of in found(one(PLANS, {"seen_alone": "N/A"})).items() for each in all_of]
    assert any("Use Y or N. Where there is no answer, leave the cell blank." in message for message in messages)


def test_teams_that_differ_in_signs_alone_are_named():
    names = ["Care-North", "Care North", "Care North.", "Care (North)", "Children's", "Childrens", "Care North 2"]
    messages = [
        told.message for told in found(one(PLANS, *({"team": name} for name in names)))[f"{PLANS}.team.named_in_ways"]
    ]
    assert [message.split('"')[1] for message in messages] == ["Care North", "Care North.", "Care (North)", "Childrens"]
