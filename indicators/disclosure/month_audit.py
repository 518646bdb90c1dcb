"""The audit of published months: all that the public is told of each is decided, gathered and attacked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from data.access import PUBLIC, Act, Reader
from data.store.rehearsal import Readable
from indicators.disclosure.audit import Audit, audit
from indicators.disclosure.decision import decide_on
from indicators.disclosure.month_pack import month_pack, wholes_of, with_parts
from indicators.figures.disclosure import CONFIDENTIAL, as_seen_by
from indicators.figures.figure import Figure


@dataclass(frozen=True)
class MonthAudit:
    """Hold what an attack on all that is public of a month found."""

    authority: str
    month: date
    attack: Audit

    def to_json(self) -> dict:
        """Return the shape that is printed; no number of a hidden cell is in it."""
        return {
            "authority": self.authority,
            "month": f"{self.month:%Y-%m}",
            "attacked": self.attack.attacked,
            "pinned": self.attack.pinned,
            "narrowed": self.attack.narrowed,
            "hidden": self.attack.hidden,
            "exposed": [
                {"indicator": name, "number": kind, "by": by, "group": group, "pinned": exposed.pinned}
                for exposed in self.attack.exposed
                for (name, kind), (by, group) in [exposed.cell]
            ],
        }


def audited(store: Readable, reader: Reader, authority: str, months: Sequence[date]) -> list[MonthAudit]:
    """Attack all that the public can put side by side of each month, one after the other.

    Raises:
        Mendable: where the reader may not see exact figures, as whoever attacks them must.
    """
    reader.must(Act.EXACT)
    reader.must(Act.TEAMS)
    audits = []
    for wholes in wholes_of(store, reader, authority, months):
        gathered = with_parts(store, reader, wholes)
        decide_on(store, gathered)
        pack = month_pack(store, reader, gathered)
        audits.append(MonthAudit(authority, wholes.month, audit(pack, *as_the_public_sees(pack.figures))))
    return audits


def as_the_public_sees(figures: Sequence[Figure]) -> tuple[np.ndarray, np.ndarray]:
    """Return which exact figures are shown to the public, and of which it is told how many are not yet due."""
    seen = as_seen_by(PUBLIC, figures)
    shown = np.array([figure.reason != CONFIDENTIAL for figure in seen], bool)
    return shown, np.array([figure.not_yet_due is not None for figure in seen], bool)
