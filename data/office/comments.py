"""Comments: what an officer says of a figure of a month, and what the figures spoken of were when it was written.

A month of an indicator has one comment. Writing it again makes its next version, and removing it makes a version that
says nothing: whoever looks for it finds every version, by whom and when.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

import pandas as pd

from data.errors import Mendable
from data.ledger import end_of, next_number, note_change, now
from data.months import in_words
from data.office.words import sentence
from data.reader import Reader
from data.store import Cursor, Store

LONGEST = 1000
EVERY_VERSION = """
    select
        comments.authority, comments.indicator, comments.month, comments.text, comments.comment, comments.version,
        comments.written_at, comments.written_by
    from store.office.comments as comments
    where comments.authority = $authority and comments.written_at < $moment
        and readable(comments.authority, $authorities)
    order by comments.month, comments.indicator, comments.version
"""
SPOKEN_OF = """
    select
        spoken.comment, spoken.indicator, spoken.month, spoken.value, spoken.numerator, spoken.denominator, spoken.load
    from store.office.comment_figures as spoken
    join store.office.comments as comments on comments.comment = spoken.comment
    where comments.authority = $authority and comments.written_at < $moment
        and readable(comments.authority, $authorities)
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
    """

    authority: str
    indicator: str
    month: date
    text: str
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
        Mendable: where it says nothing, is too long, or somebody wrote another version meanwhile.
    """
    text = sentence(comment.text, "Write the comment first; there is nothing in it yet.", LONGEST)
    return _next_version(store, reader, comment, text, figures, against)


def remove_comment(store: Store, reader: Reader, comment: Comment, against: int | None = None) -> Comment:
    """Remove a month's comment: it is no longer shown, and every version of it is kept.

    Raises:
        Mendable: where there is none, or somebody wrote another version meanwhile.
    """
    return _next_version(store, reader, comment, "", (), against)


def every_version(store: Store, reader: Reader, authority: str, known_on: date | None = None) -> list[Comment]:
    """Return every version of every comment of an authority written by the end of a day, by month and indicator."""
    reader.must_see_authority(authority)
    given = {"authority": authority, "moment": end_of(known_on)}
    spoken: dict[int, list[Was]] = {}
    for row in store.ask(reader, SPOKEN_OF, **given).itertuples(index=False, name=None):
        spoken.setdefault(int(row[0]), []).append(_was(*row[1:]))
    found = store.ask(reader, EVERY_VERSION, **given)
    return [_comment(row, spoken.get(int(row[4]), [])) for row in found.itertuples(index=False, name=None)]


def comments(
    store: Store, reader: Reader, authority: str, months: Sequence[date], known_on: date | None = None
) -> list[Comment]:
    """Return the comments that stand for months, as they were known at the end of a day."""
    last = {(each.indicator, each.month): each for each in every_version(store, reader, authority, known_on)}
    return [each for each in last.values() if each.text and each.month in months]


def _next_version(
    store: Store, reader: Reader, comment: Comment, text: str, figures: Sequence[Was], against: int | None
) -> Comment:
    """Add a version to a month's comment, unless it says what stands."""
    reader.must_see_authority(comment.authority)
    with store.change() as cursor:
        number, version, stands, at, by = _standing(cursor, comment)
        if against not in (None, version):
            raise Mendable(
                f"{by} wrote another comment on {in_words(comment.month)} meanwhile; yours is not kept yet. "
                "Read theirs, then keep yours in its place."
            )
        if not (text or stands):
            raise Mendable(f"There is no comment on {comment.indicator} in {in_words(comment.month)} to remove.")
        if text != stands or tuple(figures) != _figures_of(cursor, number):
            number, version, at, by = (
                next_number(cursor, "store.office.comments", "comment"),
                version + 1,
                now(),
                reader.who,
            )
            _write(
                cursor, (number, comment.authority, comment.indicator, comment.month, version, text, at, by), figures
            )
            note_change(cursor, reader, "comment")
    return Comment(comment.authority, comment.indicator, comment.month, text, number, version, at, by, tuple(figures))


def _standing(cursor: Cursor, comment: Comment) -> tuple[int, int, str, datetime | None, str]:
    """Return the last version of a month's comment: its number, version, text, when and by whom it was written."""
    found = cursor.execute(
        """
        select comment, version, text, written_at, written_by
        from store.office.comments
        where authority = ? and indicator = ? and month = ?
        order by version desc
        limit 1
        """,
        [comment.authority, comment.indicator, comment.month],
    ).fetchone()
    return found or (0, 0, "", None, "")


def _figures_of(cursor: Cursor, number: int) -> tuple[Was, ...]:
    """Return the figures that a version of a comment speaks of."""
    found = cursor.execute(
        """
        select indicator, month, value, numerator, denominator, load
        from store.office.comment_figures
        where comment = ?
        order by place
        """,
        [number],
    )
    return tuple(Was(*row) for row in found.fetchall())


def _write(cursor: Cursor, entry: tuple, figures: Sequence[Was]) -> None:
    """Write one version, and the figures it speaks of."""
    cursor.execute("insert into store.office.comments values (?, ?, ?, ?, ?, ?, ?, ?)", list(entry))
    for place, each in enumerate(figures):
        spoken = [entry[0], place, each.indicator, each.month, each.value, each.numerator, each.denominator, each.load]
        cursor.execute("insert into store.office.comment_figures values (?, ?, ?, ?, ?, ?, ?, ?)", spoken)


def _comment(row: tuple, figures: Sequence[Was]) -> Comment:
    """Make a comment of a row."""
    authority, indicator, month, text, number, version, at, by = row
    return Comment(
        authority, indicator, month.date(), text, int(number), int(version), at.to_pydatetime(), by, tuple(figures)
    )


def _was(indicator: str, month: pd.Timestamp, *numbers: float) -> Was:
    """Make a figure of a row, with nothing where nothing is kept."""
    value, numerator, denominator, load = (None if pd.isna(each) else each for each in numbers)
    return Was(indicator, month.date(), value, numerator, denominator, None if load is None else int(load))
