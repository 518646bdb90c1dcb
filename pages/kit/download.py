"""What stands on a page, as files that people open elsewhere; each is made when it is asked for, and not kept."""

from collections.abc import Callable

import pandas
import streamlit as st

from data.handing_out import handed_out

KINDS = {".csv": "csv", ".xlsx": "Excel"}


def offer(name: str, table: Callable[[], pandas.DataFrame], what: str = "") -> None:
    """Offer a table as a file of csv or of Excel, under a name without an ending; `what` says of what it is."""
    with st.container(horizontal=True, gap="small"):
        for ending, kind in KINDS.items():
            st.download_button(
                f"Download {what} as {kind}".replace("  ", " "),
                data=lambda ending=ending: handed_out(table(), f"{name}{ending}"),
                file_name=f"{name}{ending}",
                icon=":material/download:",
                on_click="ignore",
                key=f"{name}{ending}",
            )
