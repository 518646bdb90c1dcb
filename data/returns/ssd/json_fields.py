"""JSON as text, true or false, lists and fields of known names, each asked for by what it must be."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from data.errors import Mendable

SPECIFICATION = "0.8"
FULL = "Choose the JSON of all children as it is sent in full, or give the tables of the dataset as csv."


def list_in(file_name: str, contents: bytes) -> Sequence[Any]:
    """Return the list that a file holds, numbers as they are written.

    Raises:
        Mendable: where it is cut off, damaged or too deep, says something twice, or is no list.
    """
    try:
        fields = json.loads(
            contents.decode("utf-8-sig"),
            parse_int=str,
            parse_float=str,
            parse_constant=_no_constant,
            object_pairs_hook=_once,
        )
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        place = (
            f" at line {error.lineno:,}, character {error.colno:,}" if isinstance(error, json.JSONDecodeError) else ""
        )
        raise Mendable(f"{file_name}: it is cut off or damaged{place}, so nothing of it was taken. {FULL}") from error
    except RecursionError as error:
        raise Mendable(f"{file_name}: it is deeper than any child's record, so it was not read. {FULL}") from error
    except KeyError as error:
        raise Mendable(f"{file_name}: a name stands twice among the fields of one thing: {error}. {FULL}") from error
    if not isinstance(fields, list) or not fields:
        raise Mendable(
            f"{file_name}: this JSON is no list of children, as specification {SPECIFICATION} of DfE's daily data has "
            f"it, so it was not read. {FULL}"
        )
    return fields


def _no_constant(written: str) -> None:
    raise json.JSONDecodeError(f"{written} is no value", written, 0)


def _once(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    fields = dict(pairs)
    if len(fields) < len(pairs):
        names = [name for name, _ in pairs]
        raise KeyError(next(name for name in names if names.count(name) > 1)[:40])
    return fields


@dataclass
class JsonFields:
    """Ask a file for what it must hold at a place, and count the things that are to be purged.

    Each question raises `Mendable`, with the file and the place, where something else stands there.
    """

    file_name: str
    purged: int = 0

    def fields(self, fields: Any, place: str, allowed: set[str]) -> Mapping[str, Any] | None:
        """Return the fields of a thing, or nothing where it is not there or is to be purged."""
        if fields is None:
            return None
        if not isinstance(fields, dict):
            raise Mendable(f"{self.file_name}: {place} is not told in fields, so it was not read. {FULL}")
        if strange := fields.keys() - allowed:
            raise Mendable(
                f'{self.file_name}: {place} has "{min(strange)[:40]}", which specification {SPECIFICATION} of DfE\'s '
                f"daily data has not. JSON of another version is not read. {FULL}"
            )
        if self.yes_or_no(fields, "purge", place) == "Y":
            self.purged += 1
            return None
        return fields

    def several(
        self, fields: Mapping[str, Any], name: str, place: str, allowed: set[str]
    ) -> Iterator[Mapping[str, Any]]:
        """Give the things of one name, but for those to be purged."""
        things = fields.get(name) or []
        if not isinstance(things, list):
            raise Mendable(f"{self.file_name}: {name} of {place} is no list, so it was not read. {FULL}")
        for number, thing in enumerate(things, start=1):
            part = self.fields(thing, f"{name} {number} of {place}", allowed)
            if part is not None:
                yield part

    def identifier(self, fields: Mapping[str, Any], name: str, place: str) -> str:
        """Return an identifier, without which a thing cannot be told from others."""
        text = self.text(fields, name, place)
        if not text:
            raise Mendable(f"{self.file_name}: {place} has a part without {name}, so it was not read. {FULL}")
        return text

    def text(self, fields: Mapping[str, Any], name: str, place: str) -> str:
        """Return a value as text, blank where there is none."""
        value = fields.get(name)
        if value is None or isinstance(value, str):
            return value or ""
        raise Mendable(f"{self.file_name}: {name} of {place} is no text, number or day, so it was not read. {FULL}")

    def texts(self, fields: Mapping[str, Any], name: str, place: str) -> list[str]:
        """Return a list of values."""
        values = fields.get(name) or []
        if isinstance(values, list) and all(isinstance(value, str) for value in values):
            return values
        raise Mendable(f"{self.file_name}: {name} of {place} is no list of codes, so it was not read. {FULL}")

    def yes_or_no(self, fields: Mapping[str, Any], name: str, place: str) -> str:
        """Return Y or N for true or false, blank for neither."""
        value = fields.get(name)
        if value is None or isinstance(value, bool):
            return "" if value is None else "NY"[value]
        raise Mendable(f"{self.file_name}: {name} of {place} is neither true nor false, so it was not read. {FULL}")
