"""What a check found: every row accounted for, findings by rule, and the decision in words."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

import streamlit as st

from data.extracts import all_extracts
from data.ledger.clock import clock_set_back
from data.ledger.history import revision
from data.unforeseen import Unforeseen, foreseen
from pages.kit.frame.session import current_store, reading
from pages.kit.parts.table import draw_table
from pages.kit.upload.another_month import ask_the_month, shows_what_follows
from pages.kit.upload.confirmed_headings import headings_to_confirm
from pages.kit.upload.held_files import Waiting
from pages.kit.upload.marked_files import handed_back, nil_returns, since_last_time
from pages.kit.upload.overtaken import nothing_in_the_way
from pages.kit.upload.preview import before_publishing
from pages.kit.upload.publication import publish
from pages.kit.upload.waiting_files import close_receipt, current_upload
from pages.words import wording
from validation.files.check_result import Check, CheckedFile
from validation.publishing.marked_workbook import SEVERITY
from validation.publishing.reasons import EVERY, Reasons
from validation.rules.finding import Finding
from validation.rules.severity import INFO

ON_SCREEN = 20
FEW_RULES = 3
MANY_LISTS = 4
EARLIER = "Publish the months before, too, as they would have stood"
EARLIER_HELP = (
    "For a first upload: each earlier month end inside the files' window that has no file of its own gets the rows as "
    "they would have stood, so that there is a trend at once. What only the latest month can tell is left blank there."
)


def what_was_found() -> None:
    """Draw the result of the check that is open in this session, with the decision and what to do next."""
    waiting = current_upload()
    if waiting is None:
        return
    try:
        with foreseen(wording.listed([name for name, _ in waiting.submission.files])):
            _draw(waiting)
    except Unforeseen:
        close_receipt()  # they go on waiting, and the page can be opened without falling over at them again
        raise


def _draw(waiting: Waiting) -> None:
    """Draw what was found in the files that wait."""
    checked, month = waiting.submission.check, wording.month(waiting.submission.ends)
    st.header(f"What was found: {wording.plain(waiting.place)}, {month}", anchor=False)
    when = wording.since(waiting.checked_at)
    st.caption(
        f"Checked {when}, by the rules and codes of the collection year {checked.rules_of}. The files wait here until "
        "they are published, let go, or a day old."
    )
    ask_the_month(waiting)
    decide(waiting)
    since_last_time(waiting)
    headings_to_confirm(waiting)
    nil_returns(waiting)
    handed_back(waiting)
    st.subheader("Every row accounted for", anchor=False)
    st.markdown(added_up(checked))
    files = [file for file in checked.files if not file.made_of]
    draw_table([account(file) for file in files], "Rows of each file: read, accepted, set aside, blank")
    if rows := [what_was_made(file) for file in checked.files if file.made_of]:
        st.markdown("Of the lists of returns, these extracts were made:")
        draw_table(rows, "Extracts made of the lists of returns")
    if checked.findings:
        st.subheader("Findings, the gravest and most frequent first", anchor=False)
    for findings in by_rule([finding for finding in checked.findings if finding is not checked.month_question]):
        rule(findings)
    for findings in by_rule(checked.following) if shows_what_follows(waiting) else ():
        rule(findings)


def decide(waiting: Waiting) -> None:
    """Say what may happen now, and offer to publish where it may."""
    found = waiting.submission.check
    if found.decision == "refuse":
        st.error("**Refused.** A file cannot be used as it is; the findings say why. Nothing was published.")
    elif found.decision == "block" and found.instead:
        st.error(
            "**To be settled first.** What was found by this month tells little of the files. Nothing was published."
        )
    elif found.decision == "block":
        rows = wording.counted(found.totals["set_aside"], "rows")
        st.error(
            f"**To be mended first.** {rows} cannot be accepted as they are. Put them right where they were recorded, "
            "save the extract again and check it here. Nothing was published."
        )
    elif found.unchanged:
        st.success("**Nothing to publish.** These files stand published already, exactly as they are.")
    elif revision(current_store(), reading()) == waiting.submission.against or nothing_in_the_way(waiting):
        _offer(waiting)


def account(file: CheckedFile) -> dict[str, str]:
    """Account for the rows of one table of one file: rows = accepted + set aside + blank."""
    extract = all_extracts()[file.extract].title if file.extract else file.title or "Not recognised"
    return {
        "File": wording.plain(f"{file.file}, {file.sheet}" if file.sheet else file.file),
        "Recognised as": wording.plain(extract),
        "Rows read": wording.number(file.rows),
        "Accepted": wording.number(file.accepted),
        "Set aside": wording.number(file.set_aside),
        "Blank": wording.number(file.blank),
    }


def what_was_made(file: CheckedFile) -> dict[str, str]:
    """Say what an extract was made of, how many rows it has and from when they are whole."""
    lists = [name.split(", ")[1] for name in file.made_of]
    return {
        "Extract": wording.plain(all_extracts()[str(file.extract)].title),
        "Made of": wording.plain(wording.listed(lists) if len(lists) < MANY_LISTS else f"{lists[0]} to {lists[-1]}"),
        "Rows": wording.number(file.rows),
        "Set aside": wording.number(file.set_aside),
        "Whole from": wording.day(file.whole_from) if file.whole_from else "Always",
    }


def added_up(checked: Check) -> str:
    """Say that the rows of all files add up: what was read is what was accepted, set aside or blank."""
    rows = {name: wording.number(how_many) for name, how_many in checked.totals.items()}
    parts = f"{rows['accepted']} accepted + {rows['set_aside']} set aside + {rows['blank']} blank"
    return f"{rows['rows']} rows read = {parts}."


def by_rule(findings: Sequence[Finding]) -> list[list[Finding]]:
    """Group findings that share file and rule, in the order they come; what is to know about a file stands together."""

    def shared(finding: Finding) -> tuple[str, ...]:
        return (
            finding.file,
            finding.sheet,
            "to know" if finding.row is None and finding.severity == INFO else finding.rule,
        )

    return [list(group) for _, group in groupby(findings, key=shared)]


def rule(findings: Sequence[Finding]) -> None:
    """Draw the findings of one rule: how many rows, and the first of them."""
    first = findings[0]
    where = wording.plain(all_extracts()[first.extract].title if first.extract else first.file)
    where += f" ({wording.plain(first.sheet)})" if first.sheet else ""
    column = f", {wording.plain(first.column)}" if first.column else ""
    rows = f": {wording.counted(first.rows_affected, 'rows')}" if first.row else ""
    number = f" (DfE rule {wording.plain(first.dfe_rule)})" if first.dfe_rule else ""
    with st.container(border=True):
        st.markdown(f"**{SEVERITY[first.severity]}** · {where}{column}{rows}{number}")
        draw_table([_line(finding) for finding in findings[:ON_SCREEN]], f"{SEVERITY[first.severity]}: {first.rule}")
        if len(findings) > ON_SCREEN:
            st.caption(f"The first {ON_SCREEN} of {wording.number(len(findings))} are shown.")


def _line(finding: Finding) -> dict[str, str]:
    """Write one finding as a row of a table."""
    prefix = f"{finding.column}, row {finding.row}: " if finding.column else f"row {finding.row}: "
    message = finding.message.removeprefix(prefix) + (f" {finding.explained}" if finding.explained else "")
    about = message[:1].upper() + message[1:] if finding.row else message
    return {
        "Row": str(finding.row) if finding.row else "Whole file",
        "Column": wording.plain(finding.column or wording.NONE),
        "What was found, and what to do": wording.plain(about),
    }


def _offer(waiting: Waiting) -> None:
    """Offer to publish; where there are queries, only with the reason why they are right."""
    found, month = waiting.submission.check, wording.month(waiting.submission.ends)
    rows, reasons = wording.counted(found.totals["accepted"], "rows"), {}
    if found.decision == "query":
        st.warning(f"**Ready once explained.** {rows} can be published, and some are unusual: see the findings below.")
        reasons = _reasons(found.unexplained)
    elif found.findings:
        st.success(f"**Ready, with notes.** {rows} can be published; the findings below are for your knowledge.")
    else:
        st.success(f"**Ready.** {rows} can be published; nothing was found against them.")
    if says := clock_set_back(current_store()):
        st.warning(wording.plain(says))
    before_publishing(waiting)
    backfill = st.checkbox(EARLIER, key="backfill", help=EARLIER_HELP)
    if st.button(f"Publish {month} for {waiting.place}", type="primary", key="publish"):
        publish(waiting, replace(waiting.submission, reasons=reasons, backfill=backfill))


def _reasons(unexplained: Sequence[Finding]) -> Reasons:
    """Ask why what was queried is right: rule by rule, and where there are many rules, once for all, too."""
    rules = sorted({finding.rule for finding in unexplained})
    if len(rules) <= FEW_RULES:
        return {rule: _reason(rule, unexplained) for rule in rules}
    answer = st.text_area("Why all of this is right, where one answer will do", key="reason for every rule")
    with st.expander(f"Answer each of the {len(rules)} by itself"):
        return {EVERY: answer, **{rule: _reason(rule, unexplained) for rule in rules}}


def _reason(rule: str, unexplained: Sequence[Finding]) -> str:
    """Ask why what one rule queries is right; the first of its findings stands for all."""
    findings = [finding for finding in unexplained if finding.rule == rule]
    more = f" And {len(findings) - 1} more like it." if len(findings) > 1 else ""
    return st.text_area(f"Why this is right: {wording.plain(findings[0].message)}{more}", key=f"reason {rule}")
