"""An issued report given back as it was kept, made anew of what the store holds today, and what then differs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from data.access import Reader
from data.annotations.issued_reports import IssuedReport, issued_report
from data.audit.exports import OFFICIAL, SENSITIVE
from data.ledger.clock import now
from data.program import PROGRAM_VERSION, fingerprint
from data.steps import Listener, silent
from data.store.store import Store
from pages.report.committee import report_read
from pages.report.formats.issued import Request, document_of, with_foot
from pages.report.formats.written import KINDS
from pages.report.officers_words import OfficersWords
from pages.report.texts_told import Otherwise, texts_told, told_otherwise
from pages.words import wording

MOST_SHOWN = 40
"""Places that are named; more are counted."""


@dataclass(frozen=True)
class Again:
    """Hold an issued report with its bytes, and how it is now: the bytes made anew, and what these say otherwise.

    `state` tells which loads stand now.
    """

    report: IssuedReport
    contents: bytes
    anew: bytes
    otherwise: tuple[Otherwise, ...]
    state: str

    @property
    def is_the_same(self) -> bool:
        """Tell whether it is the same byte for byte when it is made anew."""
        return self.anew == self.contents


def marking_and_name(report: IssuedReport) -> tuple[str, str]:
    """Return for whom the file of an issued report is, and its name without marking and ending."""
    marking = OFFICIAL if report.is_public else SENSITIVE
    return marking, f"committee_report_{report.number}_{report.audience}_{report.month:%Y-%m}"


def again(
    store: Store, reader: Reader, authority: str, number: int, months: Sequence[date], listen: Listener = silent
) -> Again:
    """Give an issued report back as it was kept, and make it anew of what the store holds today.

    `months` are those that the authority holds.

    Raises:
        Mendable: where there is no such report for the reader, or it cannot be made anew.
    """
    report, contents = issued_report(store, reader, authority, number)
    held = [month for month in months if month <= report.month]
    read = report_read(store, reader, authority, held, report.is_public, listen)
    template = (report.template_name, report.template) if report.template_name else None
    request = Request(read, OfficersWords(**report.words), report.ending, template)
    document = document_of(store, reader, request)
    listen(f"Writing {KINDS[report.ending]}", 0.7)
    anew = with_foot(document, request, report.log_head, report.issued_at or now())
    otherwise = told_otherwise(report.told, texts_told(document))
    return Again(report, contents, anew, tuple(otherwise), read.state)


def how_it_is_now(given_back: Again) -> Iterator[str]:
    """Say, line by line, whether an issued report would be the same made anew, and if not why, and what differs."""
    otherwise = given_back.otherwise
    if given_back.is_the_same:
        yield "Made anew it is the same, byte for byte."
        return
    yield from _why(given_back)
    if not otherwise:
        yield "Made anew its file differs, and every figure and sentence is the same."
        return
    yield f"Made anew it says otherwise in {wording.counted(len(otherwise), 'places')}:"
    for one in otherwise[:MOST_SHOWN]:
        yield f"{one.place}: it was issued as “{one.issued or 'nothing'}” and would be “{one.today or 'nothing'}”."
    if len(otherwise) > MOST_SHOWN:
        yield f"And {wording.number(len(otherwise) - MOST_SHOWN)} more."


def _why(given_back: Again) -> Iterator[str]:
    """Say what is another now than when the report was issued: the program, or what the store holds."""
    report = given_back.report
    if (report.version, report.program) != (PROGRAM_VERSION, fingerprint()):
        yield (
            f"It was made by version {report.version}, fingerprint {report.program}, and this is version "
            f"{PROGRAM_VERSION}, fingerprint {fingerprint()}."
        )
    if report.state != given_back.state:
        yield f"It was read of store {report.state}, and the loads that stand now are store {given_back.state}."
