"""What a check came to: the verdict on the whole upload and on each of its files, in a shape and in words."""

from collections.abc import Sequence

from pages.kit.rows.check_summary import draw_check_summary
from pages.kit.rows.verdict import READY, REFUSED, TO_EXPLAIN, TO_KNOW, TO_MEND, UNCHANGED, Verdict
from pages.kit.upload.held_files import Waiting
from pages.words import wording
from validation.files.check_result import Check, CheckedFile
from validation.rules.finding import Finding
from validation.rules.severity import BLOCK, INFO, QUERY

VERDICT_OF = {BLOCK: TO_MEND, QUERY: TO_EXPLAIN, INFO: TO_KNOW}
GRAVEST_FIRST = (REFUSED, TO_MEND, TO_EXPLAIN, UNCHANGED, READY)


def draw_summary(waiting: Waiting) -> None:
    """Draw what the check came to, of whose files and of which month, and how every row was accounted for."""
    checked, month = waiting.submission.check, wording.month(waiting.submission.ends)
    verdict, sentences = whole_verdict(checked)
    about = (
        f"{wording.counted(len(waiting.submission.files), 'files')}, checked {wording.since(waiting.checked_at)} by "
        f"the codes of {checked.rules_of}. {added_up(checked)}"
    )
    draw_check_summary(verdict, f"What was found: {waiting.place}, {month}", sentences, about)


def whole_verdict(checked: Check) -> tuple[Verdict, list[str]]:
    """Return the verdict on an upload, and what it means in sentences, the first of which says the most."""
    accepted = wording.counted(checked.totals["accepted"], "rows")
    if checked.decision == "refuse":
        files = len({file.file for file in checked.files if file.refused})
        which = f"{wording.counted(files, 'files')} cannot be used as {'it is' if files == 1 else 'they are'}."
        return REFUSED, ["Refused.", which, "The findings say why, and what to do. Nothing was published."]
    if checked.decision == BLOCK and checked.instead:
        return TO_MEND, [
            "To be settled first.",
            "What was found by this month tells little of the files. Nothing was published.",
        ]
    if checked.decision == BLOCK:
        rows = checked.totals["set_aside"]
        wrong = f"{wording.counted(rows, 'rows')} cannot be accepted." if rows else "A file cannot be accepted yet."
        return TO_MEND, [
            "To be mended first.",
            wrong,
            "Put right what the findings name where it was recorded, export and check again. Nothing was published.",
        ]
    if checked.unchanged:
        return UNCHANGED, ["Nothing to publish.", "These files stand published already, exactly as they are."]
    if checked.decision == QUERY:
        many = wording.counted(len(checked.unexplained), "findings")
        return TO_EXPLAIN, [
            "Ready once explained.",
            f"{many} may be right or wrong: mend them, or say why they are right.",
        ]
    if checked.findings:
        return READY, ["Ready, with notes.", f"{accepted} can be published. The findings are for you to know."]
    return READY, ["Ready.", f"{accepted} can be published, and nothing was found against them."]


def verdict_on(file: CheckedFile, findings: Sequence[Finding]) -> tuple[Verdict, str]:
    """Return the verdict on one table of a file by what was found in it, and a note of how much there is."""
    if file.refused:
        return REFUSED, ""
    if file.unchanged:
        return UNCHANGED, ""
    to_mend = sum(finding.severity == BLOCK for finding in findings)
    to_explain = sum(finding.severity == QUERY and finding.explained is None for finding in findings)
    if to_mend:
        return TO_MEND, wording.number(to_mend)
    return (TO_EXPLAIN, wording.number(to_explain)) if to_explain else (READY, "")


def added_up(checked: Check) -> str:
    """Say that the rows of all files add up: what was read is what was accepted, set aside or blank."""
    rows = {name: wording.number(how_many) for name, how_many in checked.totals.items()}
    parts = f"{rows['accepted']} accepted + {rows['set_aside']} set aside + {rows['blank']} blank"
    return f"{rows['rows']} rows read = {parts}."
