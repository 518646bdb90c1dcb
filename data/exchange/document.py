"""The file in which an authority hands its monthly figures to others: a layout with a number, a hash of its content.

It has no room for a child: every text in it is an authority's code, an indicator's id, a unit, a day or a fingerprint.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date
from hashlib import sha256
from math import inf

from data.errors import Mendable
from data.months import month_end

LAYOUT = 1
CONFIDENTIAL = "c"
KEYS = {"exchange", "authority", "written_on", "figures", "hash"}
CODE, NAME, FINGERPRINT = re.compile(r"[A-Z]\d{8}"), re.compile(r"[a-z][a-z0-9_]{0,79}"), re.compile(r"[0-9a-f]{8,64}")
UNITS = ("count", "percent", "rate", "average")
ASK = "Ask whoever sent it to export it again."


@dataclass(frozen=True)
class Exchanged:
    """Hold one figure of one month; `definition` is a fingerprint of the words it was counted by.

    What may not be told has neither half, and the word `c` in `missing`. A count has no denominator.
    """

    indicator: str
    unit: str
    month: date
    definition: str
    numerator: float | None
    denominator: float | None
    missing: str = ""


@dataclass(frozen=True)
class Document:
    """Hold what one authority hands out: its code, the day of writing, and its figures."""

    authority: str
    written_on: date
    figures: tuple[Exchanged, ...]

    @property
    def hash(self) -> str:
        """Return the hash of the content, the same however the file is laid out."""
        return hash_of(self._content())

    def to_bytes(self) -> bytes:
        """Return the file, a line for each figure."""
        content = self._content()
        lines = ",\n".join(json.dumps(figure, sort_keys=True) for figure in content.pop("figures"))
        head = json.dumps({**content, "hash": self.hash}, sort_keys=True)
        return f'{head[:-1]}, "figures": [\n{lines}\n]}}\n'.encode()

    def _content(self) -> dict:
        """Return what the hash is of."""
        figures = [asdict(figure) | {"month": f"{figure.month:%Y-%m}"} for figure in self.figures]
        written = self.written_on.isoformat()
        return {"exchange": LAYOUT, "authority": self.authority, "written_on": written, "figures": figures}


def read_document(name: str, contents: bytes) -> Document:
    """Read a file that an authority handed out.

    Raises:
        Mendable: where it is none, is of another layout, was changed since, or holds what has no place in it.
    """
    try:
        content = json.loads(contents)
    except ValueError:
        raise Mendable(f"{name} is not a file of exchanged figures: it is not JSON. {ASK}") from None
    if not isinstance(content, dict) or set(content) != KEYS:
        raise Mendable(f"{name} is not a file of exchanged figures: its parts are not {', '.join(sorted(KEYS))}. {ASK}")
    if content["exchange"] != LAYOUT:
        raise Mendable(f"{name} is of layout {content['exchange']}; this program reads layout {LAYOUT}. {ASK}")
    if content["hash"] != hash_of({key: value for key, value in content.items() if key != "hash"}):
        raise Mendable(f"{name} is not as it was written: its content does not give its hash. {ASK}")
    try:
        figures = tuple(_figure(figure) for figure in content["figures"])
        written = date.fromisoformat(content["written_on"])
        return Document(_matched(CODE, content["authority"]), written, figures)
    except (TypeError, KeyError, ValueError, Mendable) as why:
        raise Mendable(f"{name} holds what has no place in it: {why}. {ASK}") from None


def _figure(content: Mapping) -> Exchanged:
    """Return one figure, having looked that it holds nothing but what belongs there."""
    if set(content) != {field.name for field in fields(Exchanged)}:
        raise ValueError(f"a figure of {', '.join(sorted(content))}")
    if content["unit"] not in UNITS or content["missing"] not in ("", CONFIDENTIAL):
        raise ValueError(f"a figure of unit {content['unit']}, missing {content['missing']}")
    halves = {half: _number(content[half]) for half in ("numerator", "denominator")}
    if (halves["numerator"] is None) != (content["missing"] == CONFIDENTIAL):
        raise ValueError(f"a figure of {content['indicator']} without a numerator or a reason")
    return Exchanged(
        _matched(NAME, content["indicator"]),
        content["unit"],
        month_end(content["month"]),
        _matched(FINGERPRINT, content["definition"]),
        **halves,
        missing=content["missing"],
    )


def _matched(pattern: re.Pattern, text: str) -> str:
    """Return a text that is of the kind it should be."""
    if not pattern.fullmatch(text):
        raise ValueError(repr(text))
    return text


def _number(value: object) -> float | None:
    """Return a number that is not negative, or None."""
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < inf:
        raise ValueError(f"{value!r} in the place of a number")
    return float(value)


def hash_of(content: Mapping) -> str:
    """Return the hash of a content, written in one way."""
    return sha256(json.dumps(content, sort_keys=True, separators=(",", ":")).encode()).hexdigest()
