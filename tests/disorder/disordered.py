"""One set of files in disorder, by its number: the same number gives the same files wherever it is drawn."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

import pytest

from data.access import LOCAL_USER as LOCAL
from data.store.store import Store
from tests.disorder.accounts import broken
from tests.disorder.kinds import KINDS
from tests.disorder.shapes import Sheet, as_workbook, shapes
from tests.store_filling import BRENT, NOTHING_MEASURED
from validation import check as checking
from validation.publishing.desk import Desk
from validation.publishing.submission import Submission

AT_ONCE = 4
"""How many kinds of disorder one set is put into."""
MOST_SHEETS = 3


@dataclass(frozen=True)
class Disordered:
    """Hold a set of files with what was done to it."""

    number: int
    shape: str
    month: str
    kinds: tuple[str, ...]
    sheets: tuple[Sheet, ...]
    files: tuple[tuple[str, bytes], ...]

    def __str__(self) -> str:
        return f"set {self.number} of {self.shape}: {', '.join(self.kinds)}"


def disordered(number: int) -> Disordered:
    """Draw a set by its number, so that every kind has its turn."""
    chance = Random(number)
    shape = shapes()[number % len(shapes())] if number % 2 else chance.choice(shapes()[:6])
    sheets = [sheet.copy() for sheet in chance.sample(shape.sheets, min(MOST_SHEETS, len(shape.sheets)))]
    names = list(KINDS)
    kinds = tuple(names[(number * AT_ONCE + turn) % len(names)] for turn in range(AT_ONCE))
    for name in chance.sample(kinds, len(kinds)):
        KINDS[name](sheets, chance)
    workbook = shape.workbook and chance.random() < 0.5
    for sheet in sheets if workbook else ():
        sheet.end_with_a_row()
    files = [("lists.xlsx", as_workbook(sheets))] if workbook else [_as_file(sheet, chance) for sheet in sheets]
    return Disordered(number, shape.name, shape.month, kinds, tuple(sheets), tuple(files))


def _as_file(sheet: Sheet, chance: Random) -> tuple[str, bytes]:
    """Write a sheet as one of the kinds of csv that there are."""
    contents = sheet.as_csv(chance.choice((",", ",", ",", ";", "\t", "|")))
    encoding = chance.choice(("utf-8", "utf-8", "utf-8-sig", "utf-16"))
    return sheet.name, contents.decode().encode(encoding)


def faults_of(case: Disordered, store: Store) -> list[str]:
    """Hand a set in at the desk, and return what does not hold of the answer."""
    opened = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(checking, "open_files", _kept(checking.open_files, opened))
        received = Desk(store, LOCAL, NOTHING_MEASURED).receive(Submission(BRENT, case.month, case.files))
    return list(broken(received.check, opened[0] if opened else None, case.sheets))


def _kept(step: Callable, answers: list) -> Callable:
    """Return a step that keeps what it answers."""

    def keeping(*given):
        answers.append(step(*given))
        return answers[-1]

    return keeping
