"""A document as it is handed out: entered in the audit log, and with for whom and of what it is at its foot."""

from dataclasses import replace

from data.access import Reader
from data.audit.exports import hand_out
from data.ledger.clock import now
from data.store.store import Store
from pages.report.document import Document
from pages.report.formats.written import written


def handed_out(store: Store, reader: Reader, document: Document, name: str, marking: str) -> bytes:
    """Return the bytes of a document in the format of a file's name, with a foot under its marking.

    Raises:
        Mendable: where it cannot be entered in the log, and is not to be handed out; as the formats do.
    """
    foot = hand_out(store, reader, name, repr(document).encode(), marking)
    return written(replace(document, foot=f"{document.foot} {foot.line}".strip()), name, now())
