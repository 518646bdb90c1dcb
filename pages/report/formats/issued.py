"""A report as it is handed out: entered in the audit log, and with what tells it from another at its foot."""

from dataclasses import replace

from data.access import Reader
from data.audit.exports import hand_out
from data.ledger.clock import now
from data.store.store import Store
from pages.report.document import Document
from pages.report.formats.written import written


def issued(
    store: Store,
    reader: Reader,
    document: Document,
    file: tuple[str, str],
    template: tuple[str, bytes] | None = None,
) -> bytes:
    """Return the bytes of a document; `file` is its name and its marking, `template` the name and bytes of a council's.

    Raises:
        Mendable: where it cannot be entered in the log, and is not to be handed out; as the formats do.
    """
    name, marking = file
    foot = hand_out(store, reader, name, repr(document).encode(), marking)
    return written(replace(document, foot=f"{document.foot} {foot.hashes}"), name, now(), template)
