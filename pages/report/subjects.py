"""What a committee report speaks of: its subjects, each with the indicators that tell it."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

WRITTEN = Path(__file__).with_name("subjects.toml")
SAFEGUARDING, LOOKED_AFTER = "safeguarding", "looked_after"
SECTIONS = {SAFEGUARDING: "Safeguarding", LOOKED_AFTER: "Looked-after children"}


@dataclass(frozen=True)
class Subject:
    """Hold a subject: the section it stands in, its title, its indicators by id, and what no extract can give.

    Those named in `always` have a paragraph in every month; the others where they change by more than chance. Those of
    `by_service` stand by service, too, and of `led` it is told which organisation leads how many, beside what `held`.
    """

    section: str
    title: str
    indicators: tuple[str, ...]
    always: tuple[str, ...] = ()
    lacking: str = ""
    by_service: tuple[str, ...] = ()
    led: str = ""
    held: str = ""


@cache
def all_subjects() -> tuple[Subject, ...]:
    """Return every subject, in the order in which a report speaks of them."""
    written = tomllib.loads(WRITTEN.read_text(encoding="utf-8"))["subject"]
    lists = ("indicators", "always", "by_service")
    return tuple(Subject(**subject | {name: tuple(subject.get(name, ())) for name in lists}) for subject in written)
