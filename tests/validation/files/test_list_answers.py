"""Answers of lists are closed sets: what is none of them is named where it stands, and nothing is made of its row."""

from datetime import date
from functools import cache

import pytest

from data.extracts import all_extracts
from data.returns.declaration import all_returns, lists_of
from data.returns.held_in import WORD
from data.returns.list_columns import Amount, Answer, Day
from tests.data.guidance.test_codes import not_answers
from tests.validation.files.test_returns import LIST_7, annex_a, checked, csv, made, plan, rows, said
from validation.check import Known, check
from validation.rules.severity import INFO, QUERY

WRONG = 20
MARCH = date(2026, 3, 31)


def right(name, column, number):
    """Return something that a column of a list may hold."""
    if isinstance(column, Answer):
        return next(iter(column.allowed.valid_on(MARCH)))
    if isinstance(column, Day):
        return "01/02/2012" if name in ("dob", "mc_dob") else "02/03/2026"
    return "1" if isinstance(column, Amount) else f"{name[:5]}{number}".replace("_", "")


def spoilt(listing, place):
    """Return records of a list, each with one answer that is none, and what each of them is: column and text."""
    records, wrong = [], []
    for name, column in listing.columns.items():
        if isinstance(column, Answer):
            texts = sorted(not_answers(column.allowed), key=lambda text: (len(text) * 7919) % 101)[:WRONG]
            assert len(texts) == WRONG
            for text in texts:
                record = {one: right(one, held, f"{place}N{len(records)}") for one, held in listing.columns.items()}
                records.append({**record, name: text})
                wrong.append((name, text))
    return records, wrong


def of_files(declaration):
    """Tell whether a return comes as files, a list in each, and not as the sheets of a workbook."""
    return declaration.title != "Ofsted Annex A"


@cache
def answered(title):
    """Check every list of a return at once, each with answers that are none."""
    declaration = next(one for one in all_returns().values() if one.title == title)
    spoils = {name: spoilt(listing, place) for place, (name, listing) in enumerate(declaration.lists.items())}
    tables = {
        name: (
            [column.headings[0] for column in declaration.lists[name].columns.values()],
            *[list(record.values()) for record in records],
        )
        for name, (records, _) in spoils.items()
    }
    if of_files(declaration):
        files = [
            csv(f"{name}.csv", *(",".join(f'"{cell}"' for cell in line) for line in table))
            for name, table in tables.items()
        ]
    else:
        files = [annex_a(**{name: (";".join(head), *lines) for name, (head, *lines) in tables.items()})]
    return declaration, spoils, checked(*files)


@pytest.mark.parametrize("title", [one.title for one in all_returns().values()])
def test_what_is_no_answer_is_named_where_it_stands(title):
    declaration, spoils, result = answered(title)
    told = {}
    for finding in result.findings:
        told.setdefault((finding.file, finding.sheet, finding.row, finding.column), []).append(finding)
    for name, (_, wrong) in spoils.items():
        place = (f"{name}.csv", "") if of_files(declaration) else ("book.xlsx", name)
        for row, (column, text) in enumerate(wrong, 2):
            heading = declaration.lists[name].columns[column].headings[0]
            findings = [one for one in told.get((*place, row, heading), ()) if f'"{text}"' in one.message]
            assert findings, (name, row, heading, text)
            read = [making for making in declaration.makings if reads(making, declaration, name, column)]
            assert all(one.severity == ("block" if read else "info") for one in findings), findings
            assert len(findings) == 1, "a cell is told once"
            fed = [all_extracts()[making.extract].title.lower() for making in read] if len(read) > 1 else []
            assert all(title in findings[0].message for title in ("It feeds", *fed) if fed), findings


@pytest.mark.parametrize("title", [one.title for one in all_returns().values()])
def test_nothing_is_made_of_what_is_no_answer(title):
    declaration, spoils, result = answered(title)
    for making in declaration.makings:
        table = made(result, making.extract).table
        stored = {str(value) for column in table for value in table[column].dropna()}
        for name, (records, wrong) in spoils.items():
            for record, (column, text) in zip(records, wrong, strict=True):
                if reads(making, declaration, name, column):
                    assert next(iter(record.values())) not in stored, (making.extract, name, column, text)
                assert text not in stored


def reads(making, declaration, name, column):
    return name in lists_of(making, declaration) and column in WORD.findall(making.sql)


def test_an_answer_in_a_list_that_is_not_the_first_to_tell_is_judged_and_said_there():
    list_1 = "Child Unique ID;Gender;Ethnicity;Date of Birth;Age;Date of Contact;Contact Source"
    contact = ["Ada", "b) Female", "a) WHITE", date(2015, 5, 1), 10, date(2026, 3, 9), "q) 6: Police"]
    blank = [*plan()[:2], None, *plan()[3:]]
    for person in (plan(), blank):
        result = checked(annex_a(Contacts=(list_1, contact), Plans=(LIST_7, person)))
        [wrong] = said(result, "ethnicity.in_set")
        assert (wrong.sheet, wrong.row, wrong.column) == ("Contacts", 2, "Ethnicity")
        assert rows(made(result, "children"), "child_id") == [], "which of the two is right is not for us to say"
        assert len(made(result, "child_protection_plans").table) == 1
        assert not said(result, "ethnicity.required")


@pytest.mark.parametrize(
    ("answer", "disability", "named"),
    [
        ("b) No", "NONE", False),
        ("N", "NONE", False),
        ("False", "NONE", False),
        ("a) Yes", None, False),
        ("c) Unknown", None, False),
        ("Not recorded", None, False),
        (None, None, False),
        ("None recorded", None, True),
        ("DIAGNOSED WITH AUTISM OR ASPERGER SYNDROME", None, True),
        ("Disabled under DDA - No other", None, True),
        ("NOBT - Information not yet obtained", None, True),
    ],
)
def test_no_part_of_a_word_makes_a_child_not_disabled(answer, disability, named):
    person = plan()
    person[5] = answer
    result = checked(annex_a(Plans=(LIST_7, person)))
    stored = rows(made(result, "children"), "disability")
    assert stored == ([] if named else [(disability,)])
    assert [(one.row, one.column) for one in said(result, "disability.in_set")] == (
        [(2, "Does the Child have a Disability")] if named else []
    )
    assert result.decision == ("block" if named else result.decision)


LIST_9 = (
    "Child Unique ID;Gender;Ethnicity;Date of Birth;Age;Does the Child have a Disability;Allocated Team;"
    "Allocated Worker;Eligibility Category;LA in Touch;Type of Accommodation;Suitability of Accommodation;"
    "Activity Status"
)


def leaver(child, kind, suitable):
    head = [child, "b) Female", "a) WBRI", date(2006, 6, 1), 19, "b) No", "Leaving care", "A Name"]
    return [*head, "b) Former relevant child", "a) Yes", kind, suitable, "F1: Full time in higher education"]


def test_accommodation_is_taken_with_its_suitability_or_not_at_all():
    home = "U: Independent living"
    people = [
        leaver("Ada", home, "a) Suitable"),
        leaver("Ben", home, "b) Unsuitable"),
        leaver("Cy", home, "Not suitable"),
        leaver("Di", home, None),
        leaver("Ed", None, None),
        leaver("Flo", None, "a) Suitable"),
        leaver("Gus", "Young offenders", "a) Suitable"),
    ]
    result = checked(annex_a(Leavers=(LIST_9, *people)))
    assert rows(made(result, "care_leavers"), "child_id", "accommodation") == [
        ("Ada", "U1"),
        ("Ben", "U2"),
        ("Di", None),
        ("Ed", None),
        ("Flo", None),
    ]
    kind, suitability = "Type of Accommodation", "Suitability of Accommodation"
    assert [(one.row, one.column) for one in said(result, "accommodation.in_set")] == [
        (4, suitability),
        (8, kind),
    ]
    told = {one.row: one.message.partition(": ")[2] for one in said(result, "accommodation.in_set")}
    assert told[4] == '"Not suitable" is not a suitability of accommodation. Use "Suitable" or "Unsuitable".'
    assert [(one.row, one.severity, "neither is counted" in one.message) for one in said(result, "lists_differ")] == [
        (5, QUERY, True),
        (7, QUERY, True),
    ]


def test_a_referral_of_which_nobody_says_what_followed_is_blank_unless_a_case_followed():
    child = "Child Unique ID;Gender;Ethnicity;Date of Birth;Age"
    list_3 = f"{child};Date of referral;Referral Source;Referral NFA?;Allocated Team"
    list_6 = f"{child};Does the Child have a Disability;CIN Start Date;Primary Need Code;Case Status;Allocated Team"
    who = ["b) Female", "a) WBRI", date(2015, 5, 1), 10]
    answers = {"Ada": "a) Yes", "Ben": "b) No", "Cy": None, "Di": "Not recorded", "Ed": None}
    referrals = [[child, *who, date(2026, 3, 2), "q) 6: Police", said, "North"] for child, said in answers.items()]
    case = ["Ed", *who, "b) No", date(2026, 3, 2), "N1 - Abuse or Neglect", "c) Child in need plan", "North"]
    result = checked(annex_a(Referrals=(list_3, *referrals), Cases=(list_6, case)))
    stored = dict(rows(made(result, "referrals"), "child_id", "no_further_action"))
    assert stored == {"Ada": "Y", "Ben": "N", "Cy": None, "Di": None, "Ed": "N"}
    [blank] = said(result, "nfa.read_as_blank")
    assert '"Not recorded"' in blank.message


@pytest.mark.parametrize(
    ("day", "rule", "severity", "says"),
    [
        ("2026-03-01T00:00:00Z", "instants", INFO, "was turned to English time"),
        ("01/03/2026 14:30", "times_of_day", QUERY, "it carries times of day other than midnight, and only the day"),
        ("01/03/2026 00:00", "", "", ""),
    ],
)
def test_times_of_day_in_a_list_are_said_as_in_an_extract(day, rule, severity, says):
    headings = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN"
    header = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\nC1,F,02/05/2015,WBRI,UN2,,"
    episodes = f"{headings}\nC1,{day},S,C2,N1,U6,PR1,,,,AB1 2CD,AB1 3CD,SC123456"
    found = check([("episodes.csv", episodes.encode()), ("header.csv", header.encode())], "2026-03", Known())
    written = [finding for finding in found.findings if finding.rule.endswith(("instants", "times_of_day"))]
    assert [(finding.rule.rpartition(".")[2], finding.column, finding.severity) for finding in written] == (
        [(rule, "DECOM", severity)] if rule else []
    )
    assert all(says in finding.message and finding.message.startswith("DECOM: ") for finding in written)
