"""A report as it is handed out: issued, which keeps its bytes for good, or as a draft, which is kept nowhere."""

from dataclasses import asdict, dataclass, replace
from datetime import datetime
from hashlib import sha256

from data.access import Act, Reader
from data.annotations.issued_reports import EXEMPT_REPORT, PUBLIC_REPORT, IssuedReport, keep_issued
from data.audit.exports import Foot, hand_out
from data.ledger.audit_log import head
from data.ledger.clock import now
from data.program import PROGRAM_VERSION, fingerprint
from data.steps import Listener, silent
from data.store.store import Store
from pages.report.committee import ReportRead, committee_report
from pages.report.document import Document
from pages.report.formats.written import KINDS, written
from pages.report.officers_figures import with_figures
from pages.report.officers_words import OfficersWords
from pages.report.texts_told import texts_told

DRAFT = "Draft: not issued, and not kept"


@dataclass(frozen=True)
class Request:
    """Hold what a file is asked for: a report that was read, what officers write of it, and as what it is written.

    `ending` is that of a file, such as .docx; `template` is the name and bytes of a council's own.
    """

    read: ReportRead
    words: OfficersWords
    ending: str
    template: tuple[str, bytes] | None = None


def issue(store: Store, reader: Reader, request: Request, listen: Listener = silent) -> tuple[IssuedReport, bytes]:
    """Issue a report: keep its bytes and what it was made of in the store, and return both.

    Raises:
        Mendable: where the reader may not issue reports; as the formats do.
    """
    reader.must(Act.ANNOTATE)
    made_at, log_head = now(), head(store).hash
    document = document_of(store, reader, request)
    listen(f"Writing {KINDS[request.ending]}", 0.7)
    contents = with_foot(document, request, log_head, made_at)
    name, template = request.template or ("", b"")
    listen("Keeping what is issued", 0.95)
    report = IssuedReport(
        authority=request.read.authority,
        month=request.read.month,
        audience=PUBLIC_REPORT if request.read.public else EXEMPT_REPORT,
        ending=request.ending,
        words=asdict(request.words),
        told=texts_told(document),
        version=PROGRAM_VERSION,
        program=fingerprint(),
        state=request.read.state,
        log_head=log_head,
        template_name=name,
        template=template,
        issued_at=made_at,
    )
    return keep_issued(store, reader, report, contents), contents


def drafted(store: Store, reader: Reader, request: Request, listen: Listener = silent) -> bytes:
    """Return the bytes of a draft, which says that it is one and is kept nowhere; that it was taken is in the log.

    Raises:
        Mendable: where it cannot be entered in the log, and is not to be handed out; as the formats do.
    """
    document = document_of(store, reader, request)
    draft = replace(document, under_title=(DRAFT, *document.under_title))
    foot = hand_out(store, reader, request.read.file(request.ending), _content(draft), request.read.marking)
    listen(f"Writing {KINDS[request.ending]}", 0.7)
    footed = replace(draft, foot=f"{DRAFT}. {draft.foot} {foot.hashes}")
    return written(footed, f"report{request.ending}", now(), request.template)


def document_of(store: Store, reader: Reader, request: Request) -> Document:
    """Return the report that was asked for, with the figures put in that officers name.

    Raises:
        Mendable: where they name one that there is none of, or what they write may not go to the public.
    """
    read = request.read
    return committee_report(read, with_figures(store, reader, read.authority, read.month, read.public, request.words))


def with_foot(document: Document, request: Request, log_head: str, made_at: datetime) -> bytes:
    """Write a document with what tells it from another at its foot."""
    read = request.read
    foot = Foot(read.marking, f"{read.month:%Y-%m}", sha256(_content(document)).hexdigest(), log_head)
    footed = replace(document, foot=f"{document.foot} {foot.hashes}")
    return written(footed, f"report{request.ending}", made_at, request.template)


def _content(document: Document) -> bytes:
    """Return all that a document holds, charts with it, as it is hashed."""
    return repr(document).encode()
