"""What is chosen: whose figures and which month, bound to the address so that a link shows the same again."""

from dataclasses import dataclass
from datetime import date

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from data.access import Reader
from data.ledger.history import authorities_held, months_held, revision
from data.settings import settings
from pages.kit.frame import contents
from pages.kit.frame.address import arrive, code_in_address, say_in_vain, write_code
from pages.kit.frame.banner import PRODUCT, NothingPublished
from pages.kit.frame.cache import loads_kept
from pages.kit.frame.session import current_store, reading
from pages.words import wording

WIDTHS = {"authority": 210, "month": 170}
"""Pixels of each choice."""


@dataclass(frozen=True)
class Choices:
    """Hold what is chosen: `months` run from the first published to the chosen one, `all_months` on to the latest."""

    reader: Reader
    authority: str
    place: str
    month: date
    months: tuple[date, ...]
    all_months: tuple[date, ...]
    revision: int

    @property
    def later(self) -> str:
        """Return the latest month in words where it is not the chosen one."""
        return "" if self.month == self.latest else wording.month(self.latest)

    @property
    def latest(self) -> date:
        """Return the latest month published, which may lie after the chosen one."""
        return self.all_months[-1]


def choose(title: str, spot: DeltaGenerator) -> str:
    """Draw the choice of authority and month in a spot of the page's head; there is none in an empty house.

    Returns:
        The page and what is chosen in words, which is the name of the browser's tab as well.
    """
    arrive(title)
    authorities = _held_now()
    if not authorities:
        st.set_page_config(page_title=f"{contents.heading(title)} – {PRODUCT}")
        return contents.heading(title)
    with spot:
        authority = _chooser("Authority", "authority", {code: name for code, (name, _) in authorities.items()})
        months = {f"{month:%Y-%m}": wording.month(month) for month in reversed(authorities[authority][1])}
        _keep_up_with_the_latest(next(iter(months)))
        month = _chooser("Month", "month", months)
        if last := _last_published(chosen()):
            with st.container(key="head_freshness", width="content"):
                st.caption(f"Published {last}", width="content")
    place = authorities[authority][0]
    shown = f"{contents.heading(title)} – {months[month]} – {place}"
    st.set_page_config(page_title=shown)
    say_in_vain("authority", "Authority", place, "of which nothing stands published here")
    say_in_vain("month", "Month", months[month], f"of which nothing stands published for {wording.plain(place)}")
    if later := chosen().later:
        st.caption(f"A later month has been published: {later}. Choose it above.")
    return shown


def chosen() -> Choices:
    """Return what is chosen.

    Raises:
        NothingPublished: in an empty house.
    """
    choices = chosen_if_any()
    if choices is None:
        raise NothingPublished
    return choices


def chosen_if_any() -> Choices | None:
    """Return what is chosen, or None in an empty house."""
    return choices_of(reading(), st.session_state.get("authority"), st.session_state.get("month"))


def choices_of(reader: Reader, authority: str | None = None, wanted: str | None = None) -> Choices | None:
    """Return what a reader sees of an authority and a month such as 2026-10; of none, what comes first."""
    moved = revision(current_store(), reader)
    authorities = _held(reader, moved)
    if not authorities:
        return None
    authority = authority if authority in authorities else next(iter(authorities))
    place, months = authorities[authority]
    month = next((day for day in months if f"{day:%Y-%m}" == wanted), months[-1])
    return Choices(reader, authority, place, month, tuple(day for day in months if day <= month), months, moved)


def authorities_shown() -> dict[str, str]:
    """Return the authorities of which something stands published here, code to name."""
    return {code: name for code, (name, _) in _held_now().items()}


def months_of(authority: str) -> tuple[date, ...]:
    """Return the months of an authority that are published by now, the oldest first; none of one that is not held."""
    return _held_now().get(authority, ("", ()))[1]


def held_for(reader: Reader) -> dict[str, tuple[str, tuple[date, ...]]]:
    """Return each authority's name and months that a reader sees, as published by now."""
    return _held(reader, revision(current_store(), reader))


def _held_now() -> dict[str, tuple[str, tuple[date, ...]]]:
    """Return each authority's name and months, as published by now."""
    return held_for(reading())


@st.cache_data(max_entries=20, show_spinner=False)
def _held(reader: Reader, revision: int) -> dict[str, tuple[str, tuple[date, ...]]]:  # noqa: ARG001 - part of the key
    """Return each authority's name and its months, oldest first; the authority that the settings name leads."""
    names = authorities_held(current_store(), reader)
    first = settings().authority
    names = {first: names[first], **names} if first in names else names
    return {code: (name, tuple(months_held(current_store(), reader, code))) for code, name in names.items()}


def _chooser(label: str, key: str, options: dict[str, str]) -> str:
    """Draw a choice whose code stands in the address; the first option is what an address that is silent means."""
    code_in_address(key, options)
    code = st.selectbox(
        label,
        list(options),
        format_func=options.__getitem__,
        key=key,
        label_visibility="collapsed",
        width=WIDTHS[key],
    )
    write_code(key, code)
    return code


def _last_published(chosen: Choices) -> str:
    """Return the day on which something of what is chosen was last published."""
    loads = loads_kept(chosen.reader, chosen.revision).values()
    of_month = [load.published_at for load in loads if (load.authority, load.month) == (chosen.authority, chosen.month)]
    return wording.day(wording.as_clocks_here(max(of_month))) if of_month else ""


def _keep_up_with_the_latest(latest: str) -> None:
    """Move a reader of the latest month on when a later one is published; leave a reader of an earlier one there."""
    seen = st.session_state.get("latest_month")
    if seen is not None and st.session_state.get("month") == seen:
        st.session_state["month"] = latest
    st.session_state["latest_month"] = latest
