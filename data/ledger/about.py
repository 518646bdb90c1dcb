"""What an entry of the audit log is about: closed words and numbers, and a reason that names nobody."""

import json
import re
from dataclasses import asdict, dataclass
from datetime import date

from data.personal_details import must_name_nobody

WORD = re.compile(r"[\w.\-]{1,80}")
"""A name of our own: of an indicator, an extract, a column, a role; no sentence, and nothing with an address in it."""
CONTENT = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class About:
    """Say what was done or read. Teams are counted and not named, and no field takes an identifier of a child.

    Raises:
        ValueError: where a field is no word, number, month or hash: a fault of ours.
        Mendable: where the reason names somebody.
    """

    authority: str | None = None
    extract: str | None = None
    month: date | None = None
    until: date | None = None
    """The last month, where it is about several."""
    indicator: str | None = None
    service: str | None = None
    page: str | None = None
    """The address of a page, or the name of a command."""
    filters: tuple[str, ...] = ()
    """The columns by which rows were chosen; not what was chosen in them."""
    role: str | None = None
    audience: str | None = None
    version: int | None = None
    teams: int | None = None
    rows: int | None = None
    content: str | None = None
    """SHA-256 of what was handed out, in hexadecimal."""
    reason: str | None = None

    def __post_init__(self):
        """Refuse what could hold a child."""
        words = (self.authority, self.extract, self.indicator, self.service, self.page, self.role, self.audience)
        for word in (*words, *self.filters):
            if word is not None and not WORD.fullmatch(word):
                raise ValueError(f"the audit log keeps no such word: {len(word)} characters")
        if self.content is not None and not CONTENT.fullmatch(self.content):
            raise ValueError("the hash of a content is SHA-256 in hexadecimal")
        if self.reason is not None:
            must_name_nobody(self.reason, "The reason")

    def written(self) -> str:
        """Write it in its one form, as the log keeps it: what is not given is left out."""
        fields = {name: value for name, value in asdict(self).items() if value not in (None, ())}
        return json.dumps(fields, sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=date.isoformat)


NOTHING_MORE = About()
