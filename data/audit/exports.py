"""What is handed out: entered in the audit log, and told at its foot for whom it is, of what, and what is in it."""

import re
from dataclasses import dataclass
from hashlib import sha256

from data.access import Act, Reader
from data.ledger.about import About
from data.ledger.audit_log import head, record_read
from data.ledger.deeds import Deed
from data.months import in_words, month_end
from data.program import which_program
from data.store.store import Store

OFFICIAL, SENSITIVE = "OFFICIAL", "OFFICIAL-SENSITIVE"
FOR_WHOM = {OFFICIAL: "may be published", SENSITIVE: "holds small numbers or lists, not for publication"}
SHOWN = 32
"""Letters of a hash that a foot shows: 128 bits."""
MONTH = re.compile(r"(?<!\d)\d{4}-\d{2}(?!\d)")


@dataclass(frozen=True)
class Foot:
    """Hold what stands at the foot of a file: its marking, month, content and the head of the log as it was made."""

    marking: str
    month: str
    content: str
    head: str

    @property
    def line(self) -> str:
        """Write it in one line, which names nobody."""
        month = f" {in_words(month_end(self.month))}." if self.month else ""
        return f"{self.marking}: {FOR_WHOM[self.marking]}.{month} Made by {which_program()}. {self.hashes}"

    @property
    def hashes(self) -> str:
        """Write the part that tells one file from another, for a foot that says the rest by itself."""
        return f"Content {self.content[:SHOWN]}. Audit log {self.head[:SHOWN] or 'empty'}."


def marking_of(reader: Reader) -> str:
    """Return the marking of what a reader takes away: official where the reader sees nothing that is small."""
    return SENSITIVE if any(reader.may_somewhere(act) for act in (Act.EXACT, Act.TEAMS, Act.LISTS)) else OFFICIAL


def file_name(marking: str, name: str) -> str:
    """Return the name of a file that says for whom it is."""
    return f"{marking}_{name}"


def hand_out(
    store: Store, reader: Reader, name: str, content: bytes, marking: str | None = None, rows: int | None = None
) -> Foot:
    """Enter in the log that something is handed out; return what is to stand at its foot.

    `name` is that of the page or file, with its month in it where it has one; `content` is hashed; `rows` counts them.

    Raises:
        Mendable: where it cannot be entered; then it is not to be handed out.
    """
    dated = MONTH.search(name)
    month = dated[0] if dated else ""
    foot = Foot(marking or marking_of(reader), month, sha256(content).hexdigest(), head(store).hash)
    about = About(
        page=re.sub(r"[^\w.\-]+", "_", name)[:80],
        month=month_end(month) if month else None,
        audience=foot.marking,
        rows=rows,
        content=foot.content,
    )
    record_read(store, reader, Deed.EXPORTED, about)
    return foot
