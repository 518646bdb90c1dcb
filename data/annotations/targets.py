"""Targets: between what a figure is meant to lie, from when, who set it and where it is written. None is lost."""

from collections.abc import Sequence
from dataclasses import astuple, dataclass, replace
from datetime import date, datetime
from math import inf

import pandas as pd

from data.access import Act, Reader
from data.annotations.text_limits import sentence
from data.errors import Mendable
from data.ledger.about import About
from data.ledger.audit_log import record
from data.ledger.clock import now
from data.ledger.deeds import Deed
from data.ledger.numbers import next_number
from data.months import in_words
from data.store.attachment import Cursor
from data.store.store import Store

NATIONAL, LOCAL_TARGET = "national", "local"
SCOPES = (LOCAL_TARGET, NATIONAL)
"""Whose target it is. Where both hold, the local one is the one that is judged by."""
EVERY_TARGET = """
    select
        targets.authority, targets.indicator, targets.least, targets.most, targets.first_month, targets.last_month,
        targets.scope, targets.set_by, targets.source, targets.target, targets.kept_at, targets.kept_by,
        targets.tolerance
    from office.targets as targets
    where targets.authority = $authority
    order by targets.target
"""


@dataclass(frozen=True)
class Target:
    """Hold what a figure is meant to reach: at least, at most, or both, from one month end to another.

    With neither it is the end of a target: from then on there is none. `number` and `kept_…` are given on keeping it.
    `tolerance` is by how much a figure may miss it, in the figure's unit, and still be within tolerance.
    """

    authority: str
    indicator: str
    least: float | None
    most: float | None
    first: date
    last: date | None
    scope: str
    set_by: str
    source: str
    number: int = 0
    kept_at: datetime | None = None
    kept_by: str = ""
    tolerance: float | None = None

    @property
    def is_one(self) -> bool:
        """Tell a target from the end of one."""
        return self.least is not None or self.most is not None

    def covers(self, month: date) -> bool:
        """Tell whether it says anything of a month."""
        return self.first <= month and (self.last is None or month <= self.last)

    def to_json(self) -> dict:
        """Return the shape that is printed."""
        shape = {
            "target": self.number,
            "authority": self.authority,
            "indicator": self.indicator,
            "least": self.least,
            "most": self.most,
            "from": f"{self.first:%Y-%m}",
            "until": f"{self.last:%Y-%m}" if self.last else None,
            "scope": self.scope,
            "set_by": self.set_by,
            "source": self.source,
            "kept_at": f"{self.kept_at:%Y-%m-%dT%H:%M:%SZ}" if self.kept_at else None,
            "kept_by": self.kept_by,
        }
        return shape if self.tolerance is None else shape | {"tolerance": self.tolerance}


def keep_target(store: Store, reader: Reader, target: Target) -> tuple[Target, bool]:
    """Keep a target, or the end of one; return it, and whether it is new. The same again changes nothing.

    Raises:
        Mendable: where it does not say who set it and where that is written, or ends before it begins.
    """
    reader.must(Act.ANNOTATE)
    reader.must_see_authority(target.authority)
    tidied = _tidied(target)
    alike = [earlier for earlier in targets(store, reader, tidied.authority) if _what(earlier)[:2] == _what(tidied)[:2]]
    if alike and _what(alike[-1]) == _what(tidied):
        return alike[-1], False
    with store.change() as cursor:
        number = next_number(cursor, "target")
        numbered = replace(tidied, number=number, kept_at=now(), kept_by=reader.who)
        enter_target(cursor, numbered)
        about = About(numbered.authority, month=numbered.first, indicator=numbered.indicator)
        record(cursor, reader, Deed.TARGET, about)
    return numbered, True


def enter_target(cursor: Cursor, target: Target) -> None:
    """Write a target that has its number into the store."""
    *cells, number, kept_at, kept_by, tolerance = astuple(target)
    entry = [number, *cells, kept_at, kept_by, tolerance]
    cursor.execute(f"insert into store.office.targets values ({', '.join('?' * len(entry))})", entry)


def targets(store: Store, reader: Reader, authority: str) -> list[Target]:
    """Return every target that was ever kept for an authority, and every end of one, the oldest first."""
    rows = store.ask(reader, EVERY_TARGET, authority=authority)
    return [_target(row) for row in rows.itertuples(index=False, name=None)]


def target_on(targets: Sequence[Target], indicator: str, month: date) -> Target | None:
    """Return what an indicator is meant to reach in a month, the local target before the national; None without one."""
    for scope in SCOPES:
        covering = [
            target
            for target in targets
            if (target.indicator, target.scope) == (indicator, scope) and target.covers(month)
        ]
        if covering and covering[-1].is_one:
            return covering[-1]
    return None


def _what(target: Target) -> tuple:
    """Return what makes a target the same as another, whoever kept it and when: first what it is a target of."""
    terms = (target.least, target.most, target.tolerance, target.first, target.last, target.set_by, target.source)
    return target.indicator, target.scope, *terms


def _tidied(target: Target) -> Target:
    """Return a target that may be kept."""
    if target.scope not in SCOPES:
        raise Mendable(f'A target is {" or ".join(SCOPES)}, and "{target.scope}" is neither.')
    if target.last is not None and target.last < target.first:
        raise Mendable(
            f"The target ends with {in_words(target.last)}, before it begins with {in_words(target.first)}. "
            "Turn the months round."
        )
    if target.tolerance is not None and not (target.is_one and 0 < target.tolerance < inf):
        raise Mendable(
            f"A tolerance is by how much a figure may miss its target, more than nothing, and {target.tolerance:g} is "
            "none. Leave it out where there is none."
        )
    set_by = sentence(target.set_by, "Say who set the target, such as Corporate parenting board.")
    source = sentence(target.source, "Say where the target is written, such as Corporate plan 2026 to 2028, page 9.")
    return replace(target, set_by=set_by, source=source)


def _target(row: tuple) -> Target:
    """Make a target of a row."""
    authority, indicator, least, most, first, last, scope, set_by, source, number, kept_at, kept_by, room = row
    least, most, tolerance = (None if pd.isna(bound) else float(bound) for bound in (least, most, room))
    last = None if pd.isna(last) else last.date()
    cells = (authority, indicator, least, most, first.date(), last, scope, set_by, source)
    kept = {"number": int(number), "kept_at": kept_at.to_pydatetime(), "kept_by": kept_by}
    return Target(*cells, **kept, tolerance=tolerance)
