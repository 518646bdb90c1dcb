"""Comments with live figures: they are put in from the store, and those that moved since it was written are known."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from data.access import Act, Reader
from data.annotations.comments import Comment, Was, comments, every_version, keep_comment
from data.errors import Mendable
from data.ledger.history import months_held
from data.months import in_words
from data.store.store import Store
from indicators.change.mentions import PLACE, Mention, Named, figures_named, mention_of
from indicators.change.moved_figures import Moved, alike
from indicators.engine.catalogue import all_indicators, indicator_called
from indicators.figures.disclosure import sees_exactly
from indicators.figures.figure import Figure
from indicators.figures.measured_figures import exact_figures, figures, let_in
from indicators.figures.public_texts import Objection, what_tells
from indicators.figures.verdicts import told_to

WORD, SHORTEST_IDENTIFIER = re.compile(r"[\w/-]*\d[\w/-]*"), 5
"""What may be an identifier: it has a figure, and is not as short as the numbers of a sentence."""


@dataclass(frozen=True)
class Commented:
    """Hold a comment, and the figures it speaks of as they are known now, as far as the reader may see them."""

    comment: Comment
    now: Mapping[Named, Figure]
    moved: tuple[Moved, ...]
    """The figures that are not what they were when it was written, its own first."""

    def pieces(self) -> Iterator[str | tuple[Mention, Figure | None]]:
        """Yield the text, piece by piece: words, and the figures between them; None of one that cannot be shown."""
        for place, piece in enumerate(PLACE.split(self.comment.text)):
            if place % 2 == 0:
                yield piece
                continue
            mention = mention_of(piece, self.comment.indicator, self.comment.month)
            yield mention, self.now.get((mention.indicator, mention.month))


def write_comment(store: Store, reader: Reader, comment: Comment, against: int | None = None) -> Comment:
    """Keep a comment on a figure with what the figures it names are now; return it. `against` as in `keep_comment`.

    Raises:
        Mendable: where it names a figure that there is none of, names a child, or cannot be kept.
    """
    reader.must(Act.ANNOTATE)
    let_in(reader, comment.authority)
    indicator_called(comment.indicator)
    if comment.month not in months_held(store, reader, comment.authority):
        raise Mendable(f"{in_words(comment.month)} has not been published. Comment on a month that has.")
    _must_name_no_child(store, reader, comment)
    places = figures_named(comment.text, comment.indicator, comment.month)
    figures = _exact(store, reader, comment.authority, places)
    kept = keep_comment(store, reader, comment, [_as_it_was(figures[place]) for place in places], against)
    return _as_read_by(reader, kept)


def commented(
    store: Store, reader: Reader, authority: str, months: Sequence[date], known_on: date | None = None
) -> list[Commented]:
    """Return the comments on months that the reader may read, with their figures, as known now or on a past day.

    One that may tell of a child is kept back whole from whoever sees no small numbers: nothing in it is altered.
    """
    remarks = _with_figures(store, reader, authority, comments(store, reader, authority, months, known_on), known_on)
    if reader.sees_small_numbers:
        return remarks
    return [remark for remark in remarks if not _objections(store, reader, remark.comment)]


def versions_of(store: Store, reader: Reader, authority: str, indicator: str) -> list[Commented]:
    """Return every version of every comment on an indicator, the newest month and version first."""
    versions = [comment for comment in every_version(store, reader, authority) if comment.indicator == indicator]
    newest_first = sorted(versions, key=lambda comment: (comment.month, comment.version), reverse=True)
    remarks = _with_figures(store, reader, authority, newest_first, None)
    return (
        remarks
        if reader.sees_small_numbers
        else [one for one in remarks if not _objections(store, reader, one.comment)]
    )


def draft(store: Store, reader: Reader, comment: Comment) -> Commented:
    """Return a comment as it would read, kept nowhere.

    Raises:
        Mendable: where it names a figure that there is none of.
    """
    figures_named(comment.text, comment.indicator, comment.month)
    return _with_figures(store, reader, comment.authority, [comment], None)[0]


def _objections(store: Store, reader: Reader, comment: Comment) -> list[Objection]:
    """Return what in a comment may not go to the public."""
    measure = indicator_called(comment.indicator)
    return what_tells(store, reader, comment.text, comment.authority, comment.month, [measure])


def _must_name_no_child(store: Store, reader: Reader, comment: Comment) -> None:
    """Refuse a text that holds the identifier of a child: whoever reads it may not know who that is."""
    words = [word for word in WORD.findall(comment.text) if len(word) >= SHORTEST_IDENTIFIER]
    rows = store.ask(
        reader,
        """
        select distinct children.child_id
        from uploaded.children as children
        join ledger.loads as loads on loads.load = children.load
        where loads.authority = $authority and list_contains($words, children.child_id)
        """,
        authority=comment.authority,
        words=words or [""],
    )
    if not rows.empty:
        raise Mendable(f"{rows['child_id'].iloc[0]} is a child's identifier. Take it out: a comment names nobody.")


def _with_figures(
    store: Store, reader: Reader, authority: str, comments: Sequence[Comment], known_on: date | None
) -> list[Commented]:
    """Put the figures to comments; one on a figure that is no more is left out."""
    comments = [comment for comment in comments if comment.indicator in all_indicators()]
    places = {place for comment in comments for place in _named_in(comment) if place[0] in all_indicators()}
    current = _seen(store, reader, authority, places, known_on)
    return [
        Commented(_as_read_by(reader, comment), current, tuple(_moved(store, comment, reader, current)))
        for comment in comments
    ]


def _as_read_by(reader: Reader, comment: Comment) -> Comment:
    """Return a comment, without the figures that were kept with it where the reader may not see small ones."""
    seen = [was for was in comment.figures if sees_exactly(reader, was.indicator)]
    return replace(comment, figures=tuple(seen))


def _named_in(comment: Comment) -> list[Named]:
    """Return the figures that a comment speaks of, its own first; its text was looked at when it was kept."""
    mentions = [mention_of(written, comment.indicator, comment.month) for written in PLACE.findall(comment.text)]
    return [(comment.indicator, comment.month), *((mention.indicator, mention.month) for mention in mentions)]


def _moved(store: Store, comment: Comment, reader: Reader, now: Mapping[Named, Figure]) -> Iterator[Moved]:
    """Yield the figures that are not what they were when a comment was written, as far as the reader may see them."""
    for was in comment.figures:
        figure = now.get((was.indicator, was.month))
        if figure is not None:
            (then,) = told_to(store, reader, [_figure_then(was, figure)])
            if not alike(then, figure):
                yield Moved(then, figure)


def _figure_then(was: Was, is_now: Figure) -> Figure:
    """Return a figure as it was."""
    return Figure(
        was.indicator, is_now.authority, was.month, is_now.unit, was.value, was.numerator, was.denominator, 0, was.load
    )


def _as_it_was(figure: Figure) -> Was:
    """Return what is kept of a figure with a comment."""
    numbers = (figure.value, figure.numerator, figure.denominator, figure.load)
    return Was(figure.indicator, figure.month, *numbers)


def _exact(store: Store, reader: Reader, authority: str, named: Sequence[Named]) -> dict[Named, Figure]:
    """Return the figures named, with every small number: what is kept is never shown as it stands."""
    return {
        (figure.indicator, figure.month): figure
        for month, names in _by_month(named).items()
        for figure in exact_figures(store, reader, [indicator_called(name) for name in names], authority, [month])
    }


def _seen(
    store: Store, reader: Reader, authority: str, named: set[Named], known_on: date | None
) -> dict[Named, Figure]:
    """Return the figures named as the reader may see them, a question for each month."""
    return {
        (figure.indicator, figure.month): figure
        for month, names in _by_month(sorted(named)).items()
        for figure in figures(store, reader, [indicator_called(name) for name in names], authority, [month], known_on)
    }


def _by_month(named: Sequence[Named]) -> dict[date, list[str]]:
    """Gather figures named by their months."""
    gathered: dict[date, list[str]] = {}
    for indicator, month in named:
        gathered.setdefault(month, []).append(indicator)
    return gathered
