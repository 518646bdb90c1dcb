"""A chart to take away: as SVG, as PNG and its numbers as csv, made when they are asked for and not kept."""

from collections.abc import Callable

import pandas
import streamlit as st

from data.access import Reader
from data.audit.exports import file_name, hand_out, marking_of
from data.store.store import Store
from pages.charts.paper.framed import framed, with_foot
from pages.charts.paper.picture import Drawing, Picture
from pages.charts.plate import Plate
from pages.kit.frame.file_to_take import offer_file
from pages.kit.frame.session import current_store, reading
from pages.kit.parts.download import file_of, in_plain_words
from pages.kit.parts.table import draw_table

SVG, PNG = "image/svg+xml", "image/png"


def offer_picture(name: str, picture: Callable[[], Picture], table: Callable[[], pandas.DataFrame]) -> None:
    """Offer a chart under a name without an ending, behind one small button; `table` is what it was drawn from."""
    with st.popover(
        "Take away", icon=":material/download:", type="tertiary", key=f"{name}_take", on_change="rerun"
    ) as opened:
        if opened.open:
            _buttons(name, picture, table)


def offer_chart(
    name: str, chart: Callable[[], Drawing], plate: Plate, alt: str, rows: Callable[[], list[dict[str, str]]]
) -> None:
    """Offer a chart in its frame, and as csv the table that says the same, under a name without an ending."""
    offer_picture(name, lambda: framed(plate, chart(), alt), lambda: in_plain_words(rows()))


def offer_table_and_chart(
    name: str,
    label: str,
    rows: Callable[[], list[dict[str, str]]],
    title: str,
    chart: Callable[[], Drawing],
    plate: Callable[[], Plate],
    alt: str,
) -> None:
    """Offer, behind one small button with a label, the table that says the same as a chart, and both as files."""
    with st.popover(
        label, icon=":material/table_rows:", type="tertiary", key=f"{name}_take", on_change="rerun"
    ) as opened:
        if opened.open:
            draw_table(rows(), title)
            _buttons(name, lambda: framed(plate(), chart(), alt), lambda: in_plain_words(rows()))


def _buttons(name: str, picture: Callable[[], Picture], table: Callable[[], pandas.DataFrame]) -> None:
    """Draw a button for each kind of file."""
    store, reader = current_store(), reading()
    st.markdown("The chart with its title, source and classification in it, or the numbers it was drawn from.")
    with st.container(horizontal=True, gap="small"):
        _button(f"{name}.svg", lambda: _footed(store, reader, picture(), f"{name}.svg").svg.encode(), SVG)
        _button(f"{name}.png", lambda: _footed(store, reader, picture(), f"{name}.png").png(), PNG)
        _button(f"{name}.csv", lambda: file_of(store, reader, table(), f"{name}.csv"), "text/csv")


def _button(file: str, data: Callable[[], bytes], kind: str) -> None:
    """Draw the button of one kind of file."""
    ending = file.rpartition(".")[2]
    label = ending if ending == "csv" else ending.upper()
    offer_file(label, data, file_name(marking_of(reading()), file), mime=kind, key=f"take_{file}")


def _footed(store: Store, reader: Reader, picture: Picture, name: str) -> Picture:
    """Return a picture with its foot, once it is entered in the audit log that it was taken."""
    return with_foot(picture, hand_out(store, reader, name, picture.svg.encode()).line)
