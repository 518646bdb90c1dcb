"""The committee report of a month: its sections gathered from the store as the reader, or the public, may see them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from data.access import Reader
from data.audit.exports import OFFICIAL, SENSITIVE
from data.extracts import all_extracts
from data.ledger.history import authorities_held, history, state_of
from data.program import which_program
from data.steps import Listener, silent
from data.store.store import Store
from indicators.comparison.comparison import Comparison
from indicators.engine.catalogue import indicator_called
from indicators.studies.entrants_per_leaver import indicators_paired
from indicators.variation.judgement import CONCERN
from pages.charts.of_series.origin import INVENTED
from pages.charts.of_series.series_read import series_read
from pages.report.document import Bullets, Document, Paragraph, Part, Section, Subheading
from pages.report.equalities import Equalities, equalities
from pages.report.officers_words import OfficersWords, paragraphs
from pages.report.plan_section import actions_told, plan_parts, plan_reported
from pages.report.quarters import quarters
from pages.report.subject_parts import SubjectRead, parts_of, subjects_read
from pages.report.subjects import SECTIONS
from pages.report.years_of_others import years_of_others, years_read
from pages.words import wording
from pages.words.classification import EXEMPT, PUBLIC
from pages.words.in_brief import how_many_change
from pages.words.plan.followed_plan import FollowedPlan
from pages.words.series import Series
from pages.words.trend_judgement import is_it_changing, judged

TITLE = "Children’s services performance: safeguarding and looked-after children"
TO_NOTE = "Members are asked to note the figures of this report, and to consider areas for further improvement."
BACKGROUND = "Background"
"""The section in which inspection, the action plan and strategy stand before the subjects."""
NOTHING_WRITTEN = "Nothing was written for this section."
ABBREVIATED = (
    "Neighbours: the median of the statistical neighbours. They and England are as DfE last published them, for a day "
    "of its own. c: small enough to tell of a child, or hidden so that such a number cannot be worked out. "
    "A dash: no figure."
)


@dataclass(frozen=True)
class ReportRead:
    """Hold all that a report tells of a month, before what officers write of it is put in.

    `lacking` are the titles of extracts that were not published for it, and are needed for a figure it cannot tell.
    `public` tells whether it is as anybody may read it, and not as its asker may; `state` which loads it was read of.
    """

    authority: str
    state: str
    place: str
    month: date
    public: bool
    invented: bool
    subjects: tuple[SubjectRead, ...]
    groups: Equalities
    entrants: tuple[Series, ...]
    years: Mapping[str, Sequence[Comparison]]
    plan: FollowedPlan
    lacking: tuple[str, ...]

    @property
    def classification(self) -> str:
        """Return who may read it, in words."""
        return PUBLIC if self.public else EXEMPT

    @property
    def marking(self) -> str:
        """Return for whom its files are."""
        return OFFICIAL if self.public else SENSITIVE

    def file(self, ending: str) -> str:
        """Return the name of its file with an ending, before it is marked."""
        return f"committee_report_{'public' if self.public else 'exempt'}_{self.month:%Y-%m}{ending}"


def report_read(
    store: Store,
    asker: Reader,
    authority: str,
    months: Sequence[date],
    public: bool = False,
    listen: Listener = silent,
) -> ReportRead:
    """Read the report of the last of some months: exempt, as the asker sees it, or with `public` as anybody may."""
    reader = asker.as_the_public() if public else asker
    listen("Reading figures", 0.1)
    plan = plan_reported(store, reader, authority, months)
    subjects = tuple(subjects_read(store, reader, authority, months, actions_told(plan)))
    indicators = [series.indicator for subject in subjects for series in subject.all_series]
    listen("Setting published years side by side", 0.3)
    years = years_read(store, reader, authority, indicators)
    paired = [indicator_called(name) for name in indicators_paired()]
    entrants = tuple(series_read(store, reader, paired, authority, months))
    listen("Setting ethnic groups side by side", 0.4)
    groups = equalities(store, reader, authority, months)
    state, place = state_of(store, reader, authority, months[-1]), authorities_held(store, reader)[authority]
    of = (authority, state, place, months[-1], public, store.invented)
    lacking = _not_published(store, reader, authority, subjects)
    return ReportRead(*of, subjects, groups, entrants, years, plan, lacking)


def _not_published(store: Store, reader: Reader, authority: str, subjects: Sequence[SubjectRead]) -> tuple[str, ...]:
    """Return the titles of the extracts that figures without a load need and that do not stand for their month."""
    loads = history(store, reader)
    standing = loads[(loads["authority"] == authority) & (loads["state"] == "current")]
    held = {(month.date(), extract) for month, extract in zip(standing["month"], standing["extract"], strict=True)}
    without = [series for read in subjects for series in read.all_series if series.now.load is None]
    needed = {name for series in without for name in series.indicator.needed if (series.now.month, name) not in held}
    return tuple(sorted(all_extracts()[name].title for name in needed))


def committee_report(read: ReportRead, words: OfficersWords) -> Document:
    """Write the report of what was read, with what officers write put in."""
    of = f"{read.place}, {wording.month(read.month)}. Store {read.state}"
    foot = f"{of}. {which_program()}. {read.classification}."
    under = _under_title(words, read.month, read.invented)
    return Document(TITLE, read.place, under, read.classification, tuple(_sections(read, words)), foot)


def _under_title(words: OfficersWords, month: date, invented: bool) -> tuple[str, ...]:
    """Return what stands under the title: for whom, from whom and of when it is."""
    wards = f"Wards affected: {words.wards}" if words.wards else ""
    of = f"Figures of {wording.month(month)}, as at {wording.day(month)}"
    lines = (words.committee, words.meeting, words.report_from, wards, of, INVENTED if invented else "")
    return tuple(line for line in lines if line)


def _sections(read: ReportRead, words: OfficersWords) -> Iterator[Section]:
    """Yield the sections in the order that committees know."""
    written = (
        ("Summary", (*paragraphs(words.summary), _counted(read))),
        ("Recommendations", paragraphs(words.recommendations) or [TO_NOTE]),
        (BACKGROUND, (*(paragraphs(words.background) or [NOTHING_WRITTEN]), ABBREVIATED)),
    )
    for number, (title, texts) in enumerate(written, 1):
        of_plan = plan_parts(read.plan, number, len(texts) + 1) if title == BACKGROUND else ()
        yield Section(str(number), title, (*_numbered(number, texts), *of_plan))
    yield Section("4", "Performance alerts", tuple(_alerts(read)))
    yield Section("5", "Challenges", tuple(_challenges(read.subjects, words)))
    for number, title, text in ((6, "Financial implications", words.financial), (7, "Legal implications", words.legal)):
        yield Section(str(number), title, tuple(_numbered(number, paragraphs(text) or [NOTHING_WRITTEN])))
    of_groups = tuple(_numbered(8, (*paragraphs(words.diversity), read.groups.text)))
    table = (read.groups.table,) if read.groups.table else ()
    yield Section("8", "Diversity implications", (*of_groups, *table))
    yield Section("9", "Contact officer", tuple(_numbered(9, paragraphs(words.contact_officer) or [NOTHING_WRITTEN])))


def _counted(read: ReportRead) -> str:
    """Say how many measures the report tells, and what they do."""
    measures = [series for subject in read.subjects for series in subject.all_series]
    many = wording.counted(len(measures), "measures")
    counted = f"This report tells {many} of {wording.month(read.month)}. {how_many_change(measures)}"
    return f"{counted} {_why_lacking(read, measures)}".strip()


def _why_lacking(read: ReportRead, measures: Sequence[Series]) -> str:
    """Say how many measures have no figure since something was not published; those that are hidden were published."""
    if not read.lacking:
        return ""
    without = sum(series.now.load is None for series in measures)
    hidden = sum(wording.is_hidden(series.now) for series in measures)
    told = (
        f"{wording.counted(without, 'measures')} {'has' if without == 1 else 'have'} no figure: of the month these "
        f"were not published: {', '.join(read.lacking)}."
    )
    return f"{told} {hidden} {'is' if hidden == 1 else 'are'} hidden, to protect small numbers." if hidden else told


def _alerts(read: ReportRead) -> Iterator[Part]:
    """Yield the subjects of both halves of the report, numbered through."""
    number = 0
    for section, title in SECTIONS.items():
        yield Subheading(title, 1)
        for subject in (subject for subject in read.subjects if subject.subject.section == section):
            number += 1
            yield from parts_of(subject, f"4.{number}")
    yield from quarters(read.subjects, read.entrants, f"4.{number + 1}")
    titles = {series.indicator.id: series.indicator.title for subject in read.subjects for series in subject.all_series}
    yield from years_of_others(read.years, read.subjects[0].latest, titles, f"4.{number + 2}")


def _challenges(subjects: Sequence[SubjectRead], words: OfficersWords) -> Iterator[Part]:
    """Yield what officers say of what lies ahead, and the measures that are a concern."""
    concerns = tuple(
        f"{series.indicator.title}: {wording.value(series.now.unit, series.now.value)}. {is_it_changing(series)}"
        for read in subjects
        for series in read.measured
        if judged(series).changing == CONCERN
    )
    lead = (
        "These measures are a concern this month:" if concerns else "No measure of this report is a concern this month."
    )
    yield from _numbered(5, (*paragraphs(words.challenges), lead))
    if concerns:
        yield Bullets(concerns)


def _numbered(section: int, texts: Sequence[str]) -> Iterator[Paragraph]:
    """Yield paragraphs with their numbers."""
    for place, text in enumerate(texts, 1):
        yield Paragraph(f"{section}.{place}", text)
