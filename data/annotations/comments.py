"""Comments: what an officer says of a figure of a month, and what the figures spoken of were when it was written.

A month of an indicator has one comment. Writing it again makes its next version, and removing it makes a version that
says nothing: whoever looks for it finds every version, by whom and when.
"""

from collections.abc import Sequence
from dataclasses import astuple, dataclass, replace
from datetime import date, datetime

import pandas as pd

from data.access import Act, Reader
from data.annotations.text_limits import sentence
from data.errors import Mendable
from data.ledger.about import About
from data.ledger.audit_log import record
from data.ledger.clock import end_of, now
from data.ledger.deeds import Deed
from data.ledger.numbers import next_number
from data.months import in_words
from data.store.attachment import Cursor
from data.store.store import Store

LONGEST, LONGEST_AUTHOR = 1000, 60
WHO = "Say whose comment it is, such as Head of safeguarding."
EVERY_VERSION = """
    select
        comments.authority, comments.indicator, comments.month, comments.text, comments.comment, comments.version,
        comments.author, comments.written_at, comments.written_by
    from office.comments as comments
    where comments.authority = $authority and comments.written_at < $moment
    order by comments.month, comments.indicator, comments.version
"""
SPOKEN_OF = """
    select
        spoken.comment, spoken.indicator, spoken.month, spoken.value, spoken.numerator, spoken.denominator, spoken.load
    from office.comment_figures as spoken
    join office.comments as comments on comments.comment = spoken.comment
    where comments.authority = $authority and comments.written_at < $moment
    order by spoken.comment, spoken.place
"""


@dataclass(frozen=True)
class Was:
    """Hold a figure as it was when a comment spoke of it, and the newest load behind it."""

    indicator: str
    month: date
    value: float | None
    numerator: float | None
    denominator: float | None
    load: int | None


@dataclass(frozen=True)
class Comment:
    """Hold one version of a comment on an indicator and month; without a text it says that there is none any more.

    The text stands as written, with the places where figures go. `figures` are those it speaks of, its own first.
    `author` is whose words they are; `written_by` is who had the house open.
    """

    authority: str
    indicator: str
    month: date
    text: str
    author: str = ""
    number: int = 0
    version: int = 0
    written_at: datetime | None = None
    written_by: str = ""
    figures: tuple[Was, ...] = ()


def keep_comment(
    store: Store, reader: Reader, comment: Comment, figures: Sequence[Was], against: int | None = None
) -> Comment:
    """Keep a comment as the next version of its month's; return it. The same words of the same figures change nothing.

    `against` is the version that its writer had before them, 0 for none.

    Raises:
        Mendable: where it says nothing or not whose it is, is too long, or another version was written meanwhile.
    """
    text = sentence(comment.text, "Write the comment first; there is nothing in it yet.", LONGEST)
    author = sentence(comment.author, WHO, LONGEST_AUTHOR)
    return _next_version(store, reader, replace(comment, text=text, author=author, figures=tuple(figures)), against)


def remove_comment(store: Store, reader: Reader, comment: Comment, against: int | None = None) -> Comment:
    """Remove a month's comment: it is no longer shown, and every version of it is kept.

    Raises:
        Mendable: where there is none, it is not said who removes it, or another version was written meanwhile.
    """
    author = sentence(comment.author, WHO, LONGEST_AUTHOR)
    return _next_version(store, reader, replace(comment, text="", author=author, figures=()), against)


def every_version(store: Store, reader: Reader, authority: str, known_on: date | None = None) -> list[Comment]:
    """Return every version of every comment of an authority written by the end of a day, by month and indicator."""
    reader.must_see_authority(authority)
    parameters = {"authority": authority, "moment": end_of(known_on)}
    spoken: dict[int, list[Was]] = {}
    for row in store.ask(reader, SPOKEN_OF, **parameters).itertuples(index=False, name=None):
        spoken.setdefault(int(row[0]), []).append(_was(*row[1:]))
    versions = store.ask(reader, EVERY_VERSION, **parameters)
    return [_comment(row, spoken.get(int(row[4]), [])) for row in versions.itertuples(index=False, name=None)]


def comments(
    store: Store, reader: Reader, authority: str, months: Sequence[date], known_on: date | None = None
) -> list[Comment]:
    """Return the comments that stand for months, as they were known at the end of a day."""
    last = {
        (comment.indicator, comment.month): comment for comment in every_version(store, reader, authority, known_on)
    }
    return [comment for comment in last.values() if comment.text and comment.month in months]


def latest_comment(store: Store, reader: Reader) -> int:
    """Return a number that moves with every comment written or removed: what comments kept in a cache are keyed by."""
    rows = store.ask(
        reader,
        """
        select coalesce(max(comment), 0) as latest
        from office.comments
        """,
    )
    return int(rows["latest"].iloc[0])


def _next_version(store: Store, reader: Reader, comment: Comment, against: int | None) -> Comment:
    """Add a version to a month's comment, unless it says what stands."""
    reader.must(Act.ANNOTATE)
    reader.must_see_authority(comment.authority)
    with store.change() as cursor:
        stands = _standing(cursor, comment)
        if against not in (None, stands.version):
            raise Mendable(
                f"{stands.author} wrote another comment on {in_words(comment.month)} meanwhile; yours is not kept yet. "
                "Read theirs, then keep yours in its place."
            )
        if not (comment.text or stands.text):
            raise Mendable(f"There is no comment on {comment.indicator} in {in_words(comment.month)} to remove.")
        if _says(comment) == _says(stands):
            return stands
        number = next_number(cursor, "comment")
        version = replace(comment, number=number, version=stands.version + 1, written_at=now(), written_by=reader.who)
        _write(cursor, version)
        about = About(comment.authority, month=comment.month, indicator=comment.indicator, version=version.version)
        record(cursor, reader, Deed.COMMENT, about)
    return version


def _says(comment: Comment) -> tuple:
    """Return what a version says, whoever had the house open and when."""
    return comment.text, comment.author, comment.figures


def _standing(cursor: Cursor, comment: Comment) -> Comment:
    """Return the last version of a month's comment; one of version 0 says nothing yet."""
    row = cursor.execute(
        """
        select text, author, comment, version, written_at, written_by
        from store.office.comments
        where authority = ? and indicator = ? and month = ?
        order by version desc
        limit 1
        """,
        [comment.authority, comment.indicator, comment.month],
    ).fetchone()
    if row is None:
        return Comment(comment.authority, comment.indicator, comment.month, "")
    spoken = cursor.execute(
        """
        select indicator, month, value, numerator, denominator, load
        from store.office.comment_figures
        where comment = ?
        order by place
        """,
        [row[2]],
    )
    figures = tuple(Was(*row) for row in spoken.fetchall())
    return Comment(comment.authority, comment.indicator, comment.month, *row, figures=figures)


def _write(cursor: Cursor, version: Comment) -> None:
    """Write one version, and the figures it speaks of."""
    entry = [
        version.number,
        version.authority,
        version.indicator,
        version.month,
        version.version,
        version.text,
        version.author,
    ]
    entry += [version.written_at, version.written_by]
    cursor.execute(f"insert into store.office.comments values ({', '.join('?' * len(entry))})", entry)
    for place, figure in enumerate(version.figures):
        spoken = [version.number, place, *astuple(figure)]
        cursor.execute(f"insert into store.office.comment_figures values ({', '.join('?' * len(spoken))})", spoken)


def _comment(row: tuple, figures: Sequence[Was]) -> Comment:
    """Make a comment of a row."""
    authority, indicator, month, text, number, version, author, at, by = row
    content = (authority, indicator, month.date(), text, author)
    return Comment(*content, int(number), int(version), at.to_pydatetime(), by, tuple(figures))


def _was(indicator: str, month: pd.Timestamp, *numbers: float) -> Was:
    """Make a figure of a row, with nothing where nothing is kept."""
    value, numerator, denominator, load = (None if pd.isna(number) else number for number in numbers)
    return Was(indicator, month.date(), value, numerator, denominator, None if load is None else int(load))
