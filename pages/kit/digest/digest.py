"""The digest: the month on one page to print, as one file of HTML without scripts or anything from elsewhere."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from data.access import Act, Reader
from data.audit.exports import OFFICIAL, SENSITIVE, hand_out
from data.ledger.history import authorities_held, history
from data.program import which_program
from data.store.store import Store
from indicators.change.comments import commented
from indicators.change.month_readings import changed_read
from indicators.change.what_changed import the_few
from indicators.comparison.latest_published import LatestPublished, latest_published
from indicators.engine.catalogue import indicator_called
from indicators.figures.disclosure import CONFIDENTIAL
from indicators.figures.figure import Figure
from pages.charts.of_series.month_line_of import month_line_of
from pages.charts.of_series.series_read import series_read
from pages.charts.paper.small_control_chart import small_control_chart
from pages.kit.digest.printed_comments import room_for
from pages.kit.frame.audience_choice import Audience
from pages.words import wording
from pages.words.classification import INTERNAL, PUBLIC
from pages.words.exceptions import changing_most, ids_of
from pages.words.figure_range import shown
from pages.words.in_brief import how_many_change
from pages.words.series import Series
from pages.words.target_judgement import met
from pages.words.trend_judgement import NAMES, is_it_changing, judged
from pages.words.what_changed import sentence

TEMPLATE = Path(__file__).with_name("digest.html")
WIDTH, HEIGHT = 168, 44
"""Of the small chart of a measure, in pixels."""


@dataclass(frozen=True)
class Line:
    """Hold one measure as it is printed, all in words."""

    title: str
    polarity: str
    value: str
    made_of: str
    moved: tuple[str, ...]
    changing: str
    target: str
    neighbours: str
    england: str
    others_at: str
    line: str
    seen: str


@dataclass(frozen=True)
class Digest:
    """Hold all that stands on the page, all in words; two that are equal tell the same."""

    place: str
    period: str
    role: str
    as_at: str
    published: str
    invented: bool
    attention: str
    exceptions: tuple[tuple[str, str, str], ...]
    lines: tuple[Line, ...]
    sentences: tuple[str, ...]
    comments: tuple[tuple[str, str, str], ...]
    left_out: int


def printed(
    store: Store, reader: Reader, authority: str, months: Sequence[date], audience: Audience, public: bool = False
) -> str:
    """Return the page of the last of some months; with `public`, without any number that may not be told.

    It may be published only where whoever may read what is published would read the very same. That it was taken is
    entered in the audit log.
    """
    for_all = digest(store, reader, authority, months, audience, public=True)
    content = for_all if public else digest(store, reader, authority, months, audience)
    is_open = content == for_all
    classification, marking = (PUBLIC, OFFICIAL) if is_open else (INTERNAL, SENSITIVE)
    foot = hand_out(store, reader, f"digest_{months[-1]:%Y-%m}", page_of(content, classification).encode(), marking)
    return page_of(content, classification, foot.line)


def page_of(content: Digest, classification: str, foot: str = "") -> str:
    """Write what was gathered as a page, with what is to stand at its foot."""
    return _template().render(told=content, classification=classification, foot=foot or which_program())


def digest(
    store: Store, asker: Reader, authority: str, months: Sequence[date], audience: Audience, public: bool = False
) -> Digest:
    """Gather what stands on the page of the last of some months, as the asker may see it, or with `public` anybody.

    What changed is read of rows of extracts, by the asker alone; of it the public is told what may be told.
    """
    reader = asker.as_the_public() if public else asker
    measures = [indicator_called(name) for name in audience.measures]
    month, series = months[-1], series_read(store, reader, measures, authority, months)
    measured = [measure for measure in series if measure.now.value is not None]
    leading = changing_most(series)
    others = latest_published(store, [one.indicator for one in series], authority)
    remarks = commented(store, reader, authority, [month])
    comments, left_out = room_for(remarks, audience, reader)
    if public:
        left_out += len(commented(store, asker, authority, [month])) - len(remarks)
    asked = [one.indicator for one in series] if asker.may(Act.ROWS) else []
    changed = the_few(changed_read(store, asker, asked, authority, month), ids_of(leading)) if asked else []
    told = {one.indicator.id for one in series if all(figure.value is not None for figure in one.figures[-2:])}
    changed = [change for change in changed if not public or change.indicator.id in told]
    return Digest(
        place=authorities_held(store, reader)[authority],
        period=wording.month(month),
        role=audience.title,
        as_at=wording.day(month),
        published=_published(store, reader, authority, month),
        invented=store.invented,
        attention=how_many_change(series) if measured else "No figure of this month may be told.",
        exceptions=tuple(_exception(one) for one in leading),
        lines=tuple(_line(one, others) for one in series),
        sentences=tuple(words for change in changed if (words := sentence(change, reader))),
        comments=comments,
        left_out=left_out,
    )


def _exception(series: Series) -> tuple[str, str, str]:
    """Say what a measure that is changing reads, and what it does."""
    return series.indicator.title, wording.value(series.now.unit, series.now.value), is_it_changing(series)


def _line(series: Series, others: Mapping[str, LatestPublished]) -> Line:
    """Write one measure."""
    figure, indicator = series.now, series.indicator
    picture = small_control_chart(month_line_of(series), WIDTH, HEIGHT)
    latest, is_told = others.get(indicator.id), figure.value is not None
    moved = [wording.change(figure, series.ago(months)) for months in (1, 12) if series.ago(months)] if is_told else []
    return Line(
        title=indicator.title,
        polarity=wording.polarity(indicator),
        value=wording.value(figure.unit, figure.value),
        made_of=wording.counts(indicator, figure) if is_told else _why_none(figure),
        moved=tuple(moved),
        changing=NAMES[judged(series).changing] if is_told else wording.NONE,
        target=met(series, figure),
        neighbours=shown(latest.measure, latest.neighbours.span) if latest else wording.NONE,
        england=shown(latest.measure, latest.england.span) if latest else wording.NONE,
        others_at=wording.day(latest.as_at) if latest else "",
        line=picture.address,
        seen=picture.alt,
    )


def _why_none(figure: Figure) -> str:
    """Say why there is no figure, in as few words as a narrow column wants."""
    return "Too small to be told" if figure.reason == CONFIDENTIAL else figure.reason


def _published(store: Store, reader: Reader, authority: str, month: date) -> str:
    """Say between which moments what stands for a month was published."""
    loads = history(store, reader)
    mine = (loads["authority"] == authority) & (loads["month"].dt.date == month) & (loads["state"] == "current")
    moments = [published_at.to_pydatetime() for published_at in loads.loc[mine, "published_at"]]
    if not moments:
        return "nothing published"
    first, last = (wording.moment(moment) for moment in (min(moments), max(moments)))
    return f"published {first}" if first == last else f"published {first} to {last}"


@cache
def _template() -> Template:
    """Read the page; whatever is put into it is kept from being read as HTML."""
    room = Environment(
        loader=FileSystemLoader(TEMPLATE.parent), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip
    return room.get_template(TEMPLATE.name)
