"""What an extract is: columns and rules, declared once, read by everything else.

An extract is a class whose docstring is the guidance an analyst reads and whose columns read like a form. The file name
in `data/extracts/` is its name; dropping a file there is all that it takes to add one.
"""

import inspect
import re
from collections.abc import Collection, Mapping
from copy import copy
from dataclasses import dataclass, field, replace
from typing import ClassVar

from data.codes import YES_NO, CodeSet
from data.months import month_end as month_end  # noqa: PLC0414

BY_NAME = {"child_id": "child", "worker_id": "worker", "family_id": "family", "audit_id": "audit"}
"""Columns that identify a person, or the audit of one person's case, by their names."""


@dataclass(frozen=True, kw_only=True)
class Column:
    """Describe one column: what it means, whether it must be filled, the other headings it arrives under.

    `known_from` names the date on which its value came to be known, such as the reason for an end on the day of it.
    `latest` says that only the latest value is held, and that what it was before cannot be told.
    """

    meaning: str
    required: bool = False
    unique: bool = False
    aliases: tuple[str, ...] = ()
    dfe_rule: str = ""
    example: str = ""
    known_from: str = ""
    latest: bool = False
    name: str = field(default="", init=False)

    def __set_name__(self, owner: type, name: str) -> None:
        """Take the name of the attribute the column is declared under."""
        object.__setattr__(self, "name", name)


@dataclass(frozen=True, kw_only=True)
class Text(Column):
    """Hold a name, as of a team or a school; free text has no place here."""

    pattern: str = ""
    longest: int = 100


@dataclass(frozen=True, kw_only=True)
class Identifier(Text):
    """Hold an identifier of a person, a record or a place, in the one form of `data.identifiers`.

    `of` names the person whom it identifies: "child", "worker", "family", "adopter" or "carer"; or it is "audit", which
    is often named after the child and which its actions name without. What is called `child_id`, `worker_id`,
    `family_id` or `audit_id` is theirs unsaid. In a store in a file a pseudonym stands for it; those of records and
    places, such as a school's URN, are kept. `is_authority` says that it is the code of an authority, which may be
    written as its name.
    """

    of: str = ""
    is_authority: bool = False

    def __set_name__(self, owner: type, name: str) -> None:
        """Take the name of the attribute, and of whom it is where the name says so."""
        super().__set_name__(owner, name)
        if not self.of:
            object.__setattr__(self, "of", BY_NAME.get(name, ""))


@dataclass(frozen=True, kw_only=True)
class Date(Column):
    """Hold a calendar day. It may not lie after the month end, unless it is planned, nor before `not_before`.

    `dfe_order` is the number of DfE's rule that it may not lie before.
    """

    not_before: str = ""
    dfe_order: str = ""
    planned: bool = False


@dataclass(frozen=True, kw_only=True)
class Month(Column):
    """Hold a calendar month, kept as its last day."""


@dataclass(frozen=True, kw_only=True)
class Code(Column):
    """Hold a code of one of the sector's sets, as they stand at the month end.

    Where `as_at` names a day, a row of an earlier year keeps the codes of the year in which that day lies.
    """

    allowed: CodeSet
    as_at: str = ""


@dataclass(frozen=True, kw_only=True)
class Codes(Column):
    """Hold one or more codes of a set, separated by commas."""

    allowed: CodeSet
    as_at: str = ""


@dataclass(frozen=True, kw_only=True)
class YesNo(Code):
    """Hold Y or N."""

    allowed: CodeSet = YES_NO


@dataclass(frozen=True, kw_only=True)
class Number(Column):
    """Hold a number. Outside `at_least`–`at_most` it is wrong; above `unusual_above` it is queried.

    `not_known` is the number that stands for one that cannot be known, and is not queried.
    """

    at_least: float | None = 0
    at_most: float | None = None
    unusual_above: float | None = None
    not_known: float | None = None
    not_above: str = ""


@dataclass(frozen=True, kw_only=True)
class Whole(Number):
    """Hold a whole number: a count of something."""


class Extract:
    """Stand for one monthly file. Subclasses are declarations; they are read, never made."""

    one_open_per: ClassVar[str] = ""
    """At most one row for each value of this column may be open on any day."""
    open_between: ClassVar[tuple[str, str]] = ("start_date", "end_date")
    """The columns from and until which a row is open."""
    one_open_unless: ClassVar[Mapping[str, tuple[str, ...]]] = {}
    """Rows left out of that rule: a column, and the codes that may lawfully run beside another row."""
    one_row_per: ClassVar[tuple[str, ...]] = ()
    """At most one row for each combination of these columns."""
    dated_by: ClassVar[str] = ""
    """The column whose latest date should fall in the extract's own month."""
    window: ClassVar[str] = "12 months"
    """How far back the extract reaches, in words for the guidance."""
    kept_in_office: ClassVar[str] = ""
    """The page on which it is kept, where it is no file: its rows are laid down when a month is published."""


@dataclass(frozen=True)
class Declared:
    """Give the readers one look at a declaration: its name, guidance and columns."""

    name: str
    title: str
    guidance: str
    columns: tuple[Column, ...]
    one_open_per: str
    open_between: tuple[str, str]
    one_open_unless: Mapping[str, tuple[str, ...]]
    one_row_per: tuple[str, ...]
    dated_by: str
    window: str
    kept_in_office: str = ""

    def __getitem__(self, name: str) -> Column:
        """Return the column of that name."""
        return next(column for column in self.columns if column.name == name)

    @property
    def spoken(self) -> str:
        """Return the title as it stands in the middle of a sentence."""
        return self.title if self.title[:2].isupper() else self.title[0].lower() + self.title[1:]

    @property
    def column_names(self) -> list[str]:
        """Return the names of the columns, in their order."""
        return [column.name for column in self.columns]

    @property
    def key(self) -> tuple[str, ...]:
        """Return the columns that tell one row from another."""
        unique = tuple(column.name for column in self.columns if column.unique)
        return unique[:1] or self.one_row_per

    def where_blank(self, names: Collection[str]) -> "Declared":
        """Return the declaration with some columns that may be blank."""
        return replace(
            self,
            columns=tuple(
                _changed(column, required=column.required and column.name not in names) for column in self.columns
            ),
        )

    def without(self, names: Collection[str]) -> "Declared":
        """Return the declaration without some columns, and without the rules that need them."""
        columns = tuple(_freed(column, names) for column in self.columns if column.name not in names)
        spans = {self.one_open_per, *self.open_between} & set(names)
        return replace(
            self,
            columns=columns,
            one_open_per="" if spans else self.one_open_per,
            one_row_per=() if set(self.one_row_per) & set(names) else self.one_row_per,
            dated_by="" if self.dated_by in names else self.dated_by,
        )


def _freed(column: Column, names: Collection[str]) -> Column:
    """Return a column that refers to none of some columns."""
    references = ("not_before", "not_above", "as_at", "known_from")
    return _changed(column, **{name: "" for name in references if getattr(column, name, "") in names})


def _changed(column: Column, **changes: object) -> Column:
    """Return a column that is otherwise in some respects, under its own name."""
    changed = copy(column)
    for name, value in changes.items():
        object.__setattr__(changed, name, value)
    return changed


def declared(extract: type[Extract]) -> Declared:
    """Read a declaration. Its docstring's first sentence, up to the colon, is its title."""
    name = re.sub(r"(?<!^)(?=[A-Z])|(?<=[a-z])(?=\d)", "_", extract.__name__).lower()
    guidance = inspect.getdoc(extract) or ""
    columns = tuple(value for value in vars(extract).values() if isinstance(value, Column))
    title = guidance.split(":")[0].split("\n")[0].rstrip(".")
    return Declared(
        name=name,
        title=title,
        guidance=guidance,
        columns=columns,
        one_open_per=extract.one_open_per,
        open_between=extract.open_between,
        one_open_unless=extract.one_open_unless,
        one_row_per=extract.one_row_per,
        dated_by=extract.dated_by,
        window=extract.window,
        kept_in_office=extract.kept_in_office,
    )
