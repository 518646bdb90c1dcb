"""Findings of a whole upload, a line for each rule: the gravest first, then the most frequent, with filters."""

from collections.abc import Sequence

import streamlit as st

from data.extracts import all_extracts
from pages.kit.frame.address import choice
from pages.kit.rows.finding_list import FindingLine, FindingRow, draw_finding_list
from pages.kit.upload.check_verdict import VERDICT_OF
from pages.kit.upload.waiting_files import FILTERS
from pages.words import wording
from validation.rules.finding import ORDER, Finding
from validation.rules.rule_names import column_of, rule_in_words
from validation.rules.severity import INFO

FIRST_ROWS = 10
"""So many rows of each finding are shown."""
IN_WORKBOOK = ": the workbook to mend has them all."
ENOUGH_TO_FILTER = 3
EVERY_KIND, EVERY_FILE, EVERY_RULE = "Every verdict", "Every file", "Every rule"


def draw_findings(findings: Sequence[Finding]) -> None:
    """Draw findings by rule under the filters that the address carries."""
    if not findings:
        return
    lines = by_rule(findings)
    if len(lines) <= ENOUGH_TO_FILTER:
        st.markdown(_counted(lines))
        shown = lines
    else:
        shown = by_rule(_filtered(lines))
    if not shown:
        st.markdown("Nothing was found of this kind. Choose another file, rule or verdict.")
    caption = "Findings by rule, the gravest and most frequent first"
    draw_finding_list(caption, [_line(same) for same in shown], wording.counted(len(shown) - 12, "more rules"))


def by_rule(findings: Sequence[Finding]) -> list[list[Finding]]:
    """Group findings by verdict and rule: the gravest first, then the most frequent.

    What is to know of whole files is grouped by kind, whichever extract it is of.
    """
    groups: dict[tuple, list[Finding]] = {}
    for finding in findings:
        groups.setdefault((finding.severity, finding.explained is not None, _named(finding)), []).append(finding)
    order = sorted(groups, key=lambda key: (ORDER[key[0]], key[1], -len(groups[key])))
    return [groups[key] for key in order]


def _counted(lines: Sequence[Sequence[Finding]]) -> str:
    """Say how many findings there are, and by how many rules."""
    findings = wording.counted(sum(map(len, lines)), "findings")
    return f"**{findings} by {wording.counted(len(lines), 'rules')}**"


def _filtered(lines: Sequence[Sequence[Finding]]) -> list[Finding]:
    """Draw the filters, and return the findings that they leave."""
    everything = [finding for same in lines for finding in same]
    kinds = dict.fromkeys(VERDICT_OF[finding.severity].word for finding in everything)
    files = dict.fromkeys(_where(finding) for finding in everything)
    name, left, middle, right = st.columns(4, vertical_alignment="center")
    name.markdown(_counted(lines))
    with left:
        kind = choice(st.selectbox, "Verdict", [EVERY_KIND, *kinds], FILTERS[0], label_visibility="collapsed")
    with middle:
        file = choice(st.selectbox, "File", [EVERY_FILE, *files], FILTERS[1], label_visibility="collapsed")
    with right:
        names = list(dict.fromkeys(_named(same[0]) for same in lines))
        rule = choice(st.selectbox, "Rule", [EVERY_RULE, *names], FILTERS[2], label_visibility="collapsed")
    return [
        finding
        for finding in everything
        if kind in (EVERY_KIND, VERDICT_OF[finding.severity].word)
        and file in (EVERY_FILE, _where(finding))
        and rule in (EVERY_RULE, _named(finding))
    ]


def _named(finding: Finding) -> str:
    """Name the rule of a finding: its column and what is wrong with that, DfE's number where it has one."""
    number = f" (DfE rule {finding.dfe_rule})" if finding.dfe_rule else ""
    words = rule_in_words(finding.rule)
    if finding.row is None and finding.severity == INFO:
        return f"{words[:1].upper()}{words[1:]}{number}"
    column = finding.column or column_of(finding.rule)
    return f"{column}: {words}{number}" if column else f"{words[:1].upper()}{words[1:]}{number}"


def _where(finding: Finding) -> str:
    """Say in which file, and sheet, something was found."""
    return f"{finding.file}, {finding.sheet}" if finding.sheet else finding.file


def _line(same: Sequence[Finding]) -> FindingLine:
    """Write the findings of one rule as a line, with the first rows."""
    first = same[0]
    places = dict.fromkeys(_where(finding) for finding in same)
    titles = {all_extracts()[finding.extract].title for finding in same if finding.extract}
    one_place = titles.pop() if len(titles) == 1 else next(iter(places))
    rows = [finding for finding in same if finding.row is not None]
    more = len(same) - FIRST_ROWS
    return FindingLine(
        VERDICT_OF[first.severity],
        _named(first),
        one_place if len(places) == 1 else wording.counted(len(places), "files"),
        wording.counted(len(rows), "rows") if rows else wording.counted(len(same), "findings"),
        _message(first),
        [_row(finding, len(places) > 1) for finding in same[:FIRST_ROWS]],
        "" if more <= 0 else f"And {wording.number(more)} more{IN_WORKBOOK if first.severity != INFO else '.'}",
    )


def _row(finding: Finding, with_file: bool) -> FindingRow:
    """Write one finding as a row; where it is needed, with its file."""
    row = str(finding.row) if finding.row is not None else "Whole file"
    return FindingRow(_where(finding) if with_file else "", row, finding.column or wording.NONE, _message(finding))


def _message(finding: Finding) -> str:
    """Write what was found without the place, which stands beside it, and the reason where somebody gave one."""
    prefix = f"{finding.column}, row {finding.row}: " if finding.column else f"row {finding.row}: "
    message = finding.message.removeprefix(prefix) + (f" {finding.explained}" if finding.explained else "")
    return message[:1].upper() + message[1:] if finding.row else message
