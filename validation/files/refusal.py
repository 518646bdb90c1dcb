"""A file that cannot be used at all: it is refused whole, with one finding that says why."""

from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256

from data.unforeseen import Unforeseen
from validation.files.check_result import Check, CheckedFile
from validation.rules.finding import Finding
from validation.rules.severity import BLOCK

FELL_OVER = "file.fell_over"
"""The rule of a file at which this program fell over: a fault of ours, with a number to quote."""


def refused(file: CheckedFile, rule: str, reason: str) -> CheckedFile:
    """Refuse a file by a rule, for a reason that is a sentence."""
    finding = Finding(file.file, file.sheet, None, None, rule, BLOCK, reason, max(1, file.set_aside), file.extract)
    return replace(file, findings=(finding,), refused=True)


def fell_over(file: CheckedFile, why: Unforeseen) -> CheckedFile:
    """Refuse a file at which this program fell over: none of its rows is accepted, and it says what to quote."""
    aside = replace(file, accepted=0, set_aside=file.accepted + file.set_aside, table=None)
    where = f"{file.file}, sheet {file.sheet}" if file.sheet else file.file
    return refused(aside, FELL_OVER, f"{where}: {why}")


def has_fallen(file: CheckedFile) -> bool:
    """Tell whether this program fell over at a file."""
    return any(finding.rule == FELL_OVER for finding in file.findings)


def none_used(files: Sequence[tuple[str, bytes]], month: str, why: Unforeseen) -> Check:
    """Refuse all files (name and bytes) of a month at which this program fell over before it came to an end."""
    accounts = [CheckedFile(name, "", sha256(contents).hexdigest()) for name, contents in files]
    return Check(month, tuple(fell_over(file, why) for file in accounts))
