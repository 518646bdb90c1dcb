"""What was found of 31 files stands on one screen: by file and by rule, the gravest first, escaped, with filters."""

import pytest

from data.access import LOCAL_USER as LOCAL
from data.ledger.history import history
from data.months import month_end
from pages.kit.rows import file_table, finding_list
from pages.kit.rows.file_table import FileRow
from pages.kit.rows.finding_list import FindingLine, FindingRow
from pages.kit.rows.moved_table import MovedRow
from pages.kit.rows.template import markup
from pages.kit.rows.verdict import TO_MEND, Verdict
from pages.kit.upload.check_verdict import whole_verdict
from pages.kit.upload.finding_lines import by_rule
from tests.faults.fault import one, plans
from tests.pages.conftest import open_app, publish_plans, said
from tests.pages.upload.test_receipts import click, receive
from validation.check import Known, check
from validation.files.check_result import Check, CheckedFile
from validation.rules.finding import Finding
from validation.rules.severity import BLOCK, INFO, QUERY

OCTOBER = month_end("2026-10")
MARKUP = "<b onclick='x'>&amp;"


def finding(rule, severity, row=1, file="a.csv") -> Finding:
    return Finding(file, "", row, "team", rule, severity, "x")


def test_findings_of_all_files_stand_by_rule_the_gravest_and_then_the_most_frequent_first():
    findings = [
        *[finding("plans.team.like_code", QUERY, row) for row in range(2)],
        *[finding("plans.team.longest", BLOCK, row) for row in range(3)],
        *[finding("plans.team.required", BLOCK, row, f"{row}.csv") for row in range(5)],
        finding("plans.how_read", INFO, None),
        finding("children.how_read", INFO, None, "b.csv"),
    ]
    lines = by_rule(findings)
    assert [(same[0].rule, len(same)) for same in lines] == [
        ("plans.team.required", 5),
        ("plans.team.longest", 3),
        ("plans.team.like_code", 2),
        ("plans.how_read", 2),
    ]


def test_a_table_shows_its_first_rows_and_the_rest_behind_a_click(monkeypatch):
    drawn = {}
    for module in (file_table, finding_list):
        monkeypatch.setattr(module, "draw", lambda name, **values: drawn.update({name: values["parts"]}))
    file_table.draw_file_table("x", [FileRow(str(n), *"abcde", TO_MEND) for n in range(31)], "25 more files")
    finding_list.draw_finding_list("x", [FindingLine(TO_MEND, *"abcd", ()) for _ in range(40)], "28 more rules")
    (_, files), (_, more_files) = drawn["file_table"]
    (_, lines), (_, more_lines) = drawn["finding_list"]
    assert (len(files), len(more_files), len(lines), len(more_lines)) == (6, 25, 12, 28)


def test_markup_in_any_field_is_text():
    verdict = Verdict("mend", MARKUP, MARKUP)
    row = FindingRow(MARKUP, MARKUP, MARKUP, MARKUP)
    line = FindingLine(verdict, MARKUP, MARKUP, MARKUP, MARKUP, [row], MARKUP)
    file = FileRow(MARKUP, MARKUP, MARKUP, MARKUP, MARKUP, MARKUP, verdict, MARKUP)
    moved = MovedRow(MARKUP, MARKUP, MARKUP, MARKUP, MARKUP, MARKUP)
    pieces = [
        markup("finding_list", caption=MARKUP, parts=[("", [line]), (MARKUP, [line])]),
        markup("file_table", caption=MARKUP, parts=[("", [file]), (MARKUP, [file])]),
        markup("moved_table", caption=MARKUP, headings=(MARKUP, MARKUP), parts=[("", [moved]), (MARKUP, [moved])]),
        markup("check_summary", verdict=verdict, heading=MARKUP, sentences=[MARKUP, MARKUP], about=MARKUP),
    ]
    for piece in pieces:
        assert "<b" not in piece and "onclick='" not in piece and "&lt;b onclick=" in piece


def test_every_decision_is_a_shape_a_word_and_what_to_do():
    empty, wrong = [("empty.csv", b"")], plans({"category": "NEGL"})
    whole = {
        "Cannot be used": whole_verdict(check(empty, "2026-10", Known())),
        "To mend": whole_verdict(check(wrong, "2026-10", Known())),
        "To explain": whole_verdict(check(plans({"previous_plans": 6}), "2026-10", Known())),
        "Ready": whole_verdict(check(one("children", {}), "2026-10", Known())),
        "Published already": whole_verdict(Check("2026-10", (CheckedFile("a.csv", "", "", unchanged=True),))),
    }
    assert {word: verdict.word for word, (verdict, _) in whole.items()} == {word: word for word in whole}
    assert len({verdict.shape for verdict, _ in whole.values()}) == len(whole)
    assert (
        "1 row cannot be accepted." in whole["To mend"][1]
        and "1 file cannot be used as it is." in whole["Cannot be used"][1]
    )


@pytest.mark.usefixtures("shown_store")
def test_findings_are_filtered_and_the_address_carries_it():
    rows = [{"category": "NEGL"}] * 3 + [{"team": "=1+1"}, {"previous_plans": 6}, {"previous_plans": -1}]
    receive(plans(*rows))
    app = click(open_app("upload"), "continue_ours")
    assert "3 rows" in said(app)
    app = next(box for box in app.selectbox if box.key == "finding_verdict").set_value("To explain").run()
    assert not app.exception and "category: not among the codes" not in said(app) and "6 is unusual" in said(app)
    linked = click(open_app("upload", finding_verdict="To explain"), "continue_ours")
    assert "category: not among the codes" not in said(linked) and "6 is unusual" in said(linked)


def test_an_undoing_that_is_refused_forgets_nothing_and_the_receipt_offers_it(shown_store):
    publish_plans(shown_store, OCTOBER, 2)
    app = open_app("history")
    next(text for text in app.text_input if text.key == "withdraw_why").set_value("typed once")
    app = next(button for button in app.button if button.label == "Undo this publication").click().run()
    assert "Choose which." in said(app)
    assert next(text for text in app.text_input if text.key == "withdraw_why").value == "typed once"
    app = open_app("upload", published="1")
    app = next(button for button in app.button if button.label == "Undo it").click().run()
    assert history(shown_store, LOCAL)["state"].iloc[0] == "current" and app.error, "a reason is wanted"
    app.text_input(key="undo_this_1").set_value("the wrong month")
    app = next(button for button in app.button if button.label == "Undo it").click().run()
    assert not app.exception and history(shown_store, LOCAL)["why"].iloc[0] == "the wrong month"
    assert not [button for button in app.button if button.label == "Undo it"]
