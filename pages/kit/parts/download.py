"""What stands on a page, to copy and as files that people open elsewhere; made when it is asked for, and not kept."""

from collections.abc import Callable, Sequence

import pandas
import streamlit as st

from pages.kit.frame.file_to_take import offer_file
from pages.words import wording

KINDS = {".csv": "csv", ".xlsx": "Excel"}


def offer(name: str, table: Callable[[], pandas.DataFrame], what: str = "") -> None:
    """Offer a table as a file of csv or of Excel, under a name without an ending, and to copy; `what` says of what."""
    with st.container(horizontal=True, gap="small"):
        for ending, kind in KINDS.items():
            offer_file(
                f"Download {what} as {kind}".replace("  ", " "),
                lambda ending=ending: _file(table(), f"{name}{ending}"),
                f"{name}{ending}",
                icon=":material/download:",
                key=f"{name}{ending}",
            )
        _to_copy(name, table, what)


def offer_table(name: str, rows: Sequence[dict[str, str]]) -> None:
    """Offer a table as it stands on the page, in words."""
    offer(
        name,
        lambda: pandas.DataFrame([{key: wording.unformatted(value) for key, value in row.items()} for row in rows]),
    )


def _to_copy(name: str, table: Callable[[], pandas.DataFrame], what: str) -> None:
    """Draw the table as text with a button that copies it, once it is opened."""
    label = f"Copy {what}".strip()
    with st.popover(label, icon=":material/content_copy:", key=f"{name}_copy", on_change="rerun") as opened:
        if opened.open:
            from data.table_export import copied

            st.markdown("Copy it with the sign at its right, and paste it into a spreadsheet or a letter.")
            st.code(copied(table()), language=None, height=300)


def _file(table: pandas.DataFrame, name: str) -> bytes:
    """Return the bytes of a file; the library that makes them is opened only by whoever asks for one."""
    from data.table_export import handed_out

    return handed_out(table, name)
