"""From the bytes an analyst drops to findings in plain words, with every row accounted for."""

import json
import subprocess
import sys

import pytest

from data.arrivals import typed
from data.errors import Mendable
from data.extract import Code, Identifier
from data.extracts import uploaded_extracts
from data.guidance.template import template
from data.months import month_end
from tests.data.arrivals.test_arrivals import workbook
from tests.every_case import by_name, every
from tests.examples import as_csv, example_texts
from validation.check import Known, check
from validation.rules.severity import BLOCK, INFO, QUERY

EXTRACTS = uploaded_extracts()
each_extract = every("declared", EXTRACTS.values(), by_name)


def file(extract, *rows, name=""):
    return name or f"{extract}.csv", as_csv(example_texts(EXTRACTS[extract], *rows))


def complete(extract, *rows):
    """State enough that a file of this extract draws no query: optional columns are there, dates are of the month."""
    dated = EXTRACTS[extract].dated_by
    return file(extract, *[{**({dated: "2026-10-20"} if dated else {}), **row} for row in rows])


def _in_another_row(declared):
    """State what makes a second row another, where no identifier does."""
    key = [column for column in declared.columns if column.name in declared.one_row_per]
    if any(isinstance(column, Identifier) for column in key):
        return {}
    return {column.name: list(column.allowed)[1] for column in key if isinstance(column, Code)}


def checked(*files, month="2026-10", published=None):
    result = check(files, month, Known(lambda name: (published or {}).get(name)))
    for each in [*result.files]:
        assert each.rows == each.accepted + each.set_aside + each.blank
        assert each.table is None or len(each.table) == each.accepted
    return result


def kept(result):
    table = result.files[0].table
    assert table is not None
    return table


def rules(result, *severities):
    return {finding.rule for finding in result.findings if finding.severity in (severities or (BLOCK, QUERY))}


def message(result, rule):
    return next(finding.message for finding in result.findings if finding.rule == rule)


@each_extract
def test_the_defaults_are_accepted(declared):
    result = checked(complete(declared.name, {}, _in_another_row(declared)))
    assert not rules(result), result.findings
    assert result.decision == "accept"
    assert result.totals == {"rows": 2, "accepted": 2, "set_aside": 0, "blank": 0}
    assert list(kept(result).columns) == declared.column_names


@each_extract
def test_a_missing_required_column_refuses_the_file(declared):
    required = next(column.name for column in reversed(declared.columns) if column.required)
    texts = example_texts(declared, {}, {}).drop(columns=required)
    result = checked(("a.csv", as_csv(texts)))
    assert result.decision == "refuse" and rules(result) == {f"{declared.name}.columns_missing"}
    assert required in result.findings[0].message
    blank = 2 if texts.replace("", None).isna().all(axis=None) else 0
    assert result.totals == {"rows": 2, "accepted": 0, "set_aside": 2 - blank, "blank": blank}


@pytest.mark.parametrize("extract", ["child_protection_plans", "school_attendance", "social_workers"])
def test_a_missing_optional_column_is_said_and_stops_nothing(extract):
    name = next(column.name for column in EXTRACTS[extract].columns if not column.required)
    result = checked(("a.csv", as_csv(example_texts(EXTRACTS[extract], {}).drop(columns=name))))
    assert any(name in said.message for said in result.findings if said.rule.endswith(".columns_not_in_file"))
    assert f"{extract}.columns_not_in_file" in rules(result, INFO)


@each_extract
def test_headings_without_rows_block(declared):
    result = checked(("template.xlsx", template(declared)))
    assert result.decision == BLOCK and rules(result) == {f"{declared.name}.no_rows"}


def test_a_finding_says_where_what_was_found_and_what_to_do():
    rows = [{}] * 12 + [{"category": "NEGL", "end_date": "2026-02-01", "start_date": "2026-03-01"}]
    result = checked(complete("child_protection_plans", *rows))
    assert [finding.message for finding in result.findings if finding.severity == BLOCK] == [
        'category, row 14: "NEGL" is not a category of abuse. Use NEG, PHY, SAB, EMO or MUL.',
        "end_date, row 14: 01/02/2026 is before start_date, 01/03/2026. Correct one of the two.",
    ]
    assert result.totals == {"rows": 13, "accepted": 12, "set_aside": 1, "blank": 0}
    assert result.decision == BLOCK
    assert 14 not in kept(result).index


SENTENCES = {
    "child_protection_plans.team.required": ({"team": None}, "it is blank"),
    "child_protection_plans.start_date.readable": ({"start_date": "10/25/2026"}, "is it 25/10/2026?"),
    "child_protection_plans.previous_plans.readable": ({"previous_plans": "two"}, '"two" is not a whole number'),
    "child_protection_plans.plan_id.readable": ({"plan_id": "1.00E+05"}, "Excel has changed"),
    "child_protection_plans.team.readable": ({"team": "a\x07"}, "characters that are not text"),
    "child_protection_plans.child_id.pattern": ({"child_id": "C/3"}, "1 to 20 letters, digits or hyphens"),
    "child_protection_plans.team.longest": ({"team": "x" * 101}, "has 101 characters, more than 100"),
    "child_protection_plans.previous_plans.at_least": ({"previous_plans": -1}, "-1 is below 0"),
    "child_protection_plans.previous_plans.at_most": ({"previous_plans": 21}, "21 is above 20"),
    "child_protection_plans.previous_plans.unusual": ({"previous_plans": 6}, "6 is unusual: above 5"),
    "child_protection_plans.start_date.after_month_end": ({"start_date": "2026-11-01"}, "01/11/2026 is after"),
    "child_protection_plans.start_date.placeholder": ({"start_date": "01/01/1900"}, "01/01/1900 is so early"),
    "child_protection_plans.other_authority.in_set": ({"other_authority": "maybe"}, "Use Y or N"),
    "looked_after_children.placement.in_set": ({"placement": "UU1"}, "Did you mean U1"),
    "assessments.factors.each_in_set": ({"factors": "2B,5AA"}, '"5AA" is not an assessment factor. Did you mean 5A'),
    "school_attendance.school_urn.pattern": ({"school_urn": "12"}, "Use 6 digits"),
    "school_attendance.period.readable": ({"period": "26-Oct"}, "Write it as 2026-10"),
    "school_attendance.authorised_absence.not_above": ({"authorised_absence": 47}, "47 is more than possible_sessions"),
    "social_workers.fte.readable": ({"fte": "half"}, '"half" is not a number'),
}


@pytest.mark.parametrize("rule", SENTENCES)
def test_each_kind_of_rule_has_its_sentence(rule):
    stated, words = SENTENCES[rule]
    result = checked(complete(rule.split(".")[0], stated, {}))
    assert words in message(result, rule)
    assert [finding.row for finding in result.findings if finding.rule == rule] == [2]


IN_THEIR_YEARS = {
    "a code that was not yet": (
        ("looked_after_children", {"placement": "K3"}, "2024-03", "2024-04"),
        '"K3" is a code for a placement only since 01/04/2024.',
    ),
    "a code that is no more": (
        ("looked_after_children", {"placement": "H5"}, "2025-04", "2025-03"),
        '"H5" was a code for a placement until 31/03/2025.',
    ),
    "a spelling that is no more": (
        ("children", {"sex": "1"}, "2024-04", "2024-03"),
        '"1" was a code for sex until 31/03/2024. Use M, F or U.',
    ),
    "one code of several": (
        ("assessments", {"factors": "2B,18A"}, "2024-04", "2024-03"),
        '"18A" was a code for an assessment factor until 31/03/2024.',
    ),
}


def in_month(extract, row, month):
    return check([(f"{extract}.csv", as_csv(example_texts(EXTRACTS[extract], row, month_end=month_end(month))))], month,
                 Known())  # fmt: skip


@pytest.mark.parametrize("case", IN_THEIR_YEARS)
def test_a_file_is_judged_by_the_codes_of_its_own_collection_year(case):
    (extract, row, wrong, right), words = IN_THEIR_YEARS[case]
    (column,) = row
    kind = "each_in_set" if column == "factors" else "in_set"
    assert words in message(in_month(extract, row, wrong), f"{extract}.{column}.{kind}")
    assert not {rule for rule in rules(in_month(extract, row, right), BLOCK)}


def test_what_ended_in_an_earlier_year_keeps_the_codes_of_that_year():
    ended = {"placement": "H5", "reason_ended": "X1"}
    rule = "looked_after_children.placement.in_set"
    assert rule not in rules(in_month("looked_after_children", {**ended, "end_date": "2025-03-31"}, "2025-04"))
    assert rule in rules(in_month("looked_after_children", {**ended, "end_date": "2025-04-01"}, "2025-04"))
    authorised = {"factors": "18A,2B", "start_date": "2024-01-01", "authorised_date": "2024-03-31"}
    assert "assessments.factors.each_in_set" not in rules(in_month("assessments", authorised, "2024-04"))


def test_repeated_rows_name_each_other():
    result = checked(complete("child_protection_plans", {"plan_id": "P"}, {}, {"plan_id": "P"}))
    assert [finding.message for finding in result.findings if finding.rule.endswith("unique")] == [
        'plan_id, row 2: "P" is also on row 4. It may appear once: correct or remove one.',
        'plan_id, row 4: "P" is also on row 2. It may appear once: correct or remove one.',
    ]
    result = checked(complete("school_attendance", {"child_id": "C"}, {"child_id": "C", "period": "2026-10"}))
    assert "row 3 has the same: " in message(result, "school_attendance.one_row_per")


def test_an_unreadable_value_is_one_fault_said_once():
    result = checked(complete("child_protection_plans", {"start_date": "soon"}, {}))
    assert rules(result) == {"child_protection_plans.start_date.readable"}


def test_a_code_is_offered_only_where_one_alone_is_near():
    wrong = {"U9": "", "Arab": "", "White": "", "WBRI/WIRI": "", "WBRI London": "WBRI", "WBRII": "WBRI"}
    for text, offered in wrong.items():
        result = checked(complete("children", {"ethnicity": text}))
        assert message(result, "children.ethnicity.in_set").count(f"Did you mean {offered},") == bool(offered), text


def test_a_day_that_stands_for_no_end_is_called_that():
    result = checked(complete("child_protection_plans", {"end_date": "31/12/9999"}))
    assert "leave the cell blank" in message(result, "child_protection_plans.end_date.after_month_end")


def test_a_weekday_of_another_day_is_told():
    result = checked(complete("child_protection_plans", {"start_date": "Tuesday 7 October 2026"}))
    assert "Its weekday may be that of another day" in message(result, "child_protection_plans.start_date.readable")


def test_values_read_as_blank_are_counted():
    result = checked(complete("child_protection_plans", {"end_date": "NULL"}, {}))
    assert rules(result, INFO) >= {"child_protection_plans.end_date.read_as_blank"}
    assert result.decision == "accept"


def test_findings_come_gravest_first_then_most_frequent_then_by_row():
    rows = [{"previous_plans": 9}] * 3 + [{"category": "X"}] + [{"team": None}] * 2
    found = [each for each in checked(complete("child_protection_plans", *rows)).findings if each.severity != INFO]
    assert [(each.rule.split(".", 1)[1], each.row, each.rows_affected) for each in found] == [
        ("team.required", 6, 2),
        ("team.required", 7, 2),
        ("category.in_set", 5, 1),
        ("previous_plans.unusual", 2, 3),
        ("previous_plans.unusual", 3, 3),
        ("previous_plans.unusual", 4, 3),
    ]


def test_extra_columns_are_named_and_never_kept():
    texts = example_texts(EXTRACTS["children"], {}).assign(Forename="Femi", Surname="Okafor")
    result = checked(("a.csv", as_csv(texts)))
    assert result.files[0].ignored == ("Forename", "Surname")
    assert "Femi" not in kept(result).to_csv()


def test_headings_read_under_another_name_are_told():
    texts = example_texts(EXTRACTS["children"], {}).rename(columns={"date_of_birth": "DOB"})
    [accounted] = checked(("a.csv", as_csv(texts))).files
    assert '"DOB" read as date_of_birth' in accounted.notes


def test_blank_rows_are_counted():
    name, contents = complete("children", {}, {})
    result = checked((name, contents + b",,,,,\n,,,,,\n"))
    assert result.totals == {"rows": 4, "accepted": 2, "set_aside": 0, "blank": 2}


def test_two_files_of_one_extract_are_refused_by_name():
    result = checked(
        file("children", {}, name="a.csv"), file("children", {}, name="b.csv"), complete("social_workers", {})
    )
    assert result.decision == "refuse"
    assert "a.csv and b.csv are both children" in result.findings[0].message
    assert [each.refused for each in result.files] == [True, True, False]


def test_a_file_that_cannot_be_used_does_not_hide_the_report_on_another():
    result = checked(("empty.csv", b""), complete("children", {"sex": "?"}, {}))
    assert result.decision == "refuse"
    assert rules(result) == {"file.not_readable", "children.sex.in_set"}


def test_a_sheet_of_notes_beside_an_extract_is_passed_over():
    texts = example_texts(EXTRACTS["children"], {})
    contents = workbook([list(texts.columns), *texts.values.tolist()], Notes=[["Ask Sam"], ["about row 4"]])
    result = checked(("a.xlsx", contents))
    assert result.decision == QUERY and rules(result) == {"file.sheet_passed_over"}
    assert [each.refused for each in result.files] == [False, False]


def test_another_month_in_the_name_blocks():
    name, contents = complete("children", {})
    result = checked((f"{name[:-4]}_2026-09.csv", contents))
    assert rules(result, BLOCK) == {"upload.of_another_month"} and result.decision == BLOCK
    assert [finding.rule for finding in result.following] == ["children.named_for_another_month"]
    for good in ("children_2026-10.csv", "run 2026-11-03.csv", "2025-11 to 2026-10.csv"):
        assert not rules(checked((good, contents)))


def test_dates_of_another_month_are_queried():
    rows = [{"start_date": "2026-09-04"}] * 5 + [{"start_date": "2026-03-01"}]
    result = checked(complete("child_protection_plans", *rows))
    rule = "child_protection_plans.start_date.in_another_month"
    assert rules(result, QUERY) == {rule}
    assert "83% of the dates in start_date fall in September 2026; you chose October 2026" in message(result, rule)
    result = checked(complete("child_protection_plans", {"start_date": "2026-11-02"}, {}))
    assert "the latest start_date is 02/11/2026" in message(result, rule)


def test_attendance_must_reach_its_month_except_in_august():
    september = complete("school_attendance", {"period": "2026-07"}, {"period": "2026-06"})
    rule = "school_attendance.period.in_another_month"
    assert rules(checked(september, month="2026-09"), BLOCK) == {rule}
    assert not rules(checked(september, month="2026-08"))


def test_rules_between_files_and_what_is_published():
    plans = complete("child_protection_plans", {"child_id": "A"}, {"child_id": "B"})
    children = EXTRACTS["children"]
    published = {"children": typed(children, example_texts(children, {"child_id": "A"}))[children.column_names]}
    rule = "child_protection_plans.child_id.not_among_children"
    assert [each.row for each in checked(plans, published=published).findings if each.rule == rule] == [3]
    together = checked(plans, complete("children", {"child_id": "A"}, {"child_id": "B"}), published=published)
    assert rule not in rules(together)
    assert rules(checked(plans), INFO) == {"child_protection_plans.not_compared"}


def test_a_new_file_is_compared_with_the_published_rows_that_point_to_it():
    plans = EXTRACTS["child_protection_plans"]
    table = typed(plans, example_texts(plans, {"child_id": "A"}, {"child_id": "B"}))[plans.column_names]
    result = checked(complete("children", {"child_id": "A"}), published={plans.name: table.astype(object)})
    found = message(result, "child_protection_plans.child_id.not_among_children")
    assert "1 published rows of child protection plans break a rule: B is not in" in found
    assert result.decision == QUERY


def test_json_has_the_shape_that_others_rely_on():
    shown = json.loads(json.dumps(checked(complete("children", {"sex": "?"}, {})).to_json()))
    assert list(shown) == ["files", "rows", "accepted", "set_aside", "blank", "findings", "rules_of"]
    assert (shown["files"], shown["rows"], shown["accepted"], shown["set_aside"], shown["blank"]) == (1, 2, 1, 1, 0)
    assert shown["findings"][0] == {
        "file": "children.csv",
        "sheet": "",
        "row": 2,
        "column": "sex",
        "rule": "children.sex.in_set",
        "dfe_rule": "101",
        "severity": "block",
        "message": 'sex, row 2: "?" is not a code for sex. Use M, F or U.',
        "rows_affected": 1,
    }


def test_a_month_is_a_month():
    for month in ("2026-13", "October", "2026-1"):
        with pytest.raises(Mendable, match="is not a month"):
            check([], month, Known())


def test_great_expectations_waits_until_a_check_runs():
    program = "import sys, validation.check; sys.exit('great_expectations' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_a_placement_outside_england_is_taken_by_its_code_and_a_name_of_there_is_told_to_be_a_code():
    outside = ("W06000015", "S12000036", "N09000003", "WAL", "SCO", "NIR", "NUK", "CON")
    rows = [{"child_id": f"C{number}", "placement_authority": where} for number, where in enumerate(outside)]
    rows.append({"child_id": "LAST", "placement_authority": "Cardiff"})
    result = checked(file("looked_after_children", rows))
    assert [(each.rows, each.accepted) for each in result.files] == [(len(rows), len(outside))]
    (refused,) = [each for each in result.findings if each.rule == "looked_after_children.placement_authority.pattern"]
    assert "the name of one in England, or WAL, SCO, NIR, NUK or CON" in refused.message
