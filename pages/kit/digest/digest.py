"""The digest: the month as a document of one page, for the office or for publication."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from data.access import Act, Reader
from data.audit.exports import OFFICIAL, SENSITIVE
from data.ledger.history import authorities_held, history
from data.store.store import Store
from indicators.change.comments import commented
from indicators.change.month_readings import changed_read
from indicators.change.what_changed import Changed, the_few
from indicators.comparison.latest_published import LatestPublished, latest_published
from indicators.engine.catalogue import indicator_called
from pages.charts.of_series.origin import INVENTED
from pages.charts.of_series.series_read import series_read
from pages.kit.digest.measures_table import READ_SO, measures_table
from pages.kit.digest.printed_comments import room_for
from pages.kit.frame.audience_choice import Audience
from pages.report.document import Bullets, Document, Form, Paragraph, Section
from pages.report.formats.handed_out import handed_out
from pages.report.formats.written import HTML
from pages.words import wording
from pages.words.classification import INTERNAL, PUBLIC
from pages.words.exceptions import changing_most, ids_of
from pages.words.in_brief import how_many_change
from pages.words.series import Series
from pages.words.trend_judgement import is_it_changing
from pages.words.what_changed import sentence

ELSEWHERE = "Definitions, and the records behind each figure, are on the dashboard."
NONE_TOLD = "No figure of this month may be told."


@dataclass(frozen=True)
class BesideFigures:
    """Hold what stands beside figures and is the same whoever reads them: what others published, and what changed."""

    others: Mapping[str, LatestPublished]
    changed: Sequence[Changed]


def printed(
    store: Store,
    reader: Reader,
    authority: str,
    months: Sequence[date],
    audience: Audience,
    public: bool = False,
    ending: str = HTML,
) -> bytes:
    """Return the page of the last of some months as a file; with `public`, without any number that may not be told.

    It may be published only where whoever may read what is published would read the very same. That it was taken is
    entered in the audit log.
    """
    beside = beside_figures(store, reader, authority, months, audience)
    for_all = digest(store, reader, authority, months, audience, public=True, beside=beside)
    content = for_all if public else digest(store, reader, authority, months, audience, beside=beside)
    classification, marking = (PUBLIC, OFFICIAL) if content == for_all else (INTERNAL, SENSITIVE)
    page = replace(content, classification=classification)
    return handed_out(store, reader, page, f"digest_{months[-1]:%Y-%m}{ending}", marking)


def beside_figures(
    store: Store, asker: Reader, authority: str, months: Sequence[date], audience: Audience
) -> BesideFigures:
    """Read what others published, and what changed where the asker may read the rows of which that is told."""
    measures = [indicator_called(name) for name in audience.measures]
    changed = changed_read(store, asker, measures, authority, months[-1]) if asker.may(Act.ROWS) else []
    return BesideFigures(latest_published(store, measures, authority), changed)


def digest(
    store: Store,
    asker: Reader,
    authority: str,
    months: Sequence[date],
    audience: Audience,
    public: bool = False,
    beside: BesideFigures | None = None,
) -> Document:
    """Gather the page of the last of some months, as the asker may see it, or with `public` anybody.

    What changed is read by the asker alone; of it the public is told what may be told. Two pages that are equal tell
    the same: who may read it is not said yet. `beside` is read anew where it is not given.
    """
    reader = asker.as_the_public() if public else asker
    beside = beside or beside_figures(store, asker, authority, months, audience)
    month = months[-1]
    series = series_read(store, reader, [indicator_called(name) for name in audience.measures], authority, months)
    sections = (
        _attention(series),
        Section("", "The measures", (measures_table(series, beside.others), Paragraph("", READ_SO))),
        *_changed(beside.changed, series, reader, public),
        *_said(store, asker, authority, month, audience, public),
    )
    under = (f"As at {wording.day(month)}; {_published(store, reader, authority, month)}",)
    return Document(
        title=f"Children’s services performance, {wording.month(month)}, for the {audience.title.lower()}",
        place=authorities_held(store, reader)[authority],
        under_title=(*under, INVENTED) if store.invented else under,
        classification="",
        sections=sections,
        foot=ELSEWHERE,
        form=Form.PAGE,
    )


def _attention(series: Sequence[Series]) -> Section:
    """Say how many measures call for attention, and which most."""
    leading = changing_most(series)
    is_told = any(measure.now.value is not None for measure in series)
    leads = tuple(f"{one.indicator.title}: {wording.value(one.now.unit, one.now.value)}." for one in leading)
    bullets = (Bullets(tuple(is_it_changing(one) for one in leading), leads),) if leading else ()
    return Section(
        "", "What needs attention", (Paragraph("", "", how_many_change(series) if is_told else NONE_TOLD), *bullets)
    )


def _changed(changed: Sequence[Changed], series: Sequence[Series], reader: Reader, public: bool) -> Iterator[Section]:
    """Yield what changed since the month before, most of all with what calls for attention."""
    told = {one.indicator.id for one in series if all(figure.value is not None for figure in one.figures[-2:])}
    few = the_few(changed, ids_of(changing_most(series))) if changed else []
    may_be_told = (change for change in few if not public or change.indicator.id in told)
    if texts := tuple(words for change in may_be_told if (words := sentence(change, reader))):
        yield Section("", "What changed since the month before", (Bullets(texts),))


def _said(
    store: Store, asker: Reader, authority: str, month: date, audience: Audience, public: bool
) -> Iterator[Section]:
    """Yield what officers say, as far as there is room for it, and how much stands elsewhere."""
    reader = asker.as_the_public() if public else asker
    remarks = commented(store, reader, authority, [month])
    comments, left_out = room_for(remarks, audience, reader)
    if public:
        left_out += len(commented(store, asker, authority, [month])) - len(remarks)
    further = (
        f"{wording.counted(left_out, 'further comments')} {'stands' if left_out == 1 else 'stand'} on the dashboard."
    )
    texts = [Paragraph("", f"{text} ({by})", f"{title}.") for title, text, by in comments]
    if texts or left_out:
        yield Section("", "What officers say", (*texts, *([Paragraph("", further)] if left_out else [])))


def _published(store: Store, reader: Reader, authority: str, month: date) -> str:
    """Say between which moments what stands for a month was published."""
    loads = history(store, reader)
    mine = (loads["authority"] == authority) & (loads["month"].dt.date == month) & (loads["state"] == "current")
    moments = [published_at.to_pydatetime() for published_at in loads.loc[mine, "published_at"]]
    if not moments:
        return "nothing published"
    first, last = (wording.moment(moment) for moment in (min(moments), max(moments)))
    return f"published {first}" if first == last else f"published {first} to {last}"
