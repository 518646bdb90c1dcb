"""What stands on a page, to copy and as files that people open elsewhere; made when it is asked for, and not kept.

Each bears for whom it is in its name, and at its foot what is in it; that it was taken is entered in the audit log.
"""

from collections.abc import Callable, Sequence

import pandas
import streamlit as st

from data.access import Reader
from data.audit.exports import file_name, hand_out, marking_of
from data.store.store import Store
from pages.kit.frame.file_to_take import offer_file
from pages.kit.frame.session import current_store, reading
from pages.words import wording

KINDS = {".csv": "csv", ".xlsx": "Excel"}


def offer(name: str, table: Callable[[], pandas.DataFrame], what: str = "") -> None:
    """Offer a table as a file of csv or of Excel, under a name without an ending, and to copy; `what` says of what."""
    store, reader = current_store(), reading()
    with st.container(horizontal=True, gap="small"):
        for ending, kind in KINDS.items():
            offer_file(
                f"Download {what} as {kind}".replace("  ", " "),
                lambda ending=ending: file_of(store, reader, table(), f"{name}{ending}"),
                file_name(marking_of(reader), f"{name}{ending}"),
                icon=":material/download:",
                key=f"{name}{ending}",
            )
        _to_copy(name, table, what)


def offer_table(name: str, rows: Sequence[dict[str, str]]) -> None:
    """Offer a table as it stands on the page, in words."""
    offer(name, lambda: in_plain_words(rows))


def in_plain_words(rows: Sequence[dict[str, str]]) -> pandas.DataFrame:
    """Return the rows of a table of a page as they are read, for a file of their own."""
    return pandas.DataFrame([{key: wording.unformatted(cell) for key, cell in row.items()} for row in rows])


def file_of(store: Store, reader: Reader, table: pandas.DataFrame, name: str) -> bytes:
    """Return the bytes of a file; the library that makes them is opened only by whoever asks for one.

    Raises:
        Mendable: where it cannot be entered in the audit log.
    """
    from data.table_export import content_of, handed_out

    foot = hand_out(store, reader, name, content_of(table), rows=len(table))
    return handed_out(table, name, foot.line)


def _to_copy(name: str, table: Callable[[], pandas.DataFrame], what: str) -> None:
    """Draw the table as text with a button that copies it, once it is opened."""
    label = f"Copy {what}".strip()
    with st.popover(label, icon=":material/content_copy:", key=f"{name}_copy", on_change="rerun") as opened:
        if opened.open:
            from data.table_export import content_of, copied

            cells = table()
            foot = hand_out(current_store(), reading(), f"{name}.copied", content_of(cells), rows=len(cells))
            st.markdown("Copy it with the sign at its right, and paste it into a spreadsheet or a letter.")
            st.code(copied(cells, foot.line), language=None, height=300)
