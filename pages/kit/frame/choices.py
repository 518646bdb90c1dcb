"""What is chosen: whose figures and which month, bound to the address so that a link shows the same again."""

from dataclasses import dataclass
from datetime import date

import streamlit as st

from data.access import Reader
from data.ledger.history import authorities_held, months_held, revision
from data.settings import settings
from pages.kit.frame import contents
from pages.kit.frame.address import arrive, read_address, say_in_vain
from pages.kit.frame.banner import NothingPublished
from pages.kit.frame.session import current_store, reading
from pages.words import wording

WIDTH = 280


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


def choose(title: str) -> None:
    """Draw the title of a page and beside it the choice of authority and month; there is none in an empty house."""
    arrive(title)
    with st.container(horizontal=True, vertical_alignment="bottom", key="choices"):
        st.title(wording.plain(contents.heading(title)), anchor=False)
        authorities = _held_now()
        if not authorities:
            return
        authority = _chooser("Authority", "authority", {code: name for code, (name, _) in authorities.items()})
        months = {f"{month:%Y-%m}": wording.month(month) for month in reversed(authorities[authority][1])}
        _keep_up_with_the_latest(next(iter(months)))
        month = _chooser("Month", "month", months)
    place = authorities[authority][0]
    say_in_vain("authority", "Authority", place, "of which nothing stands published here")
    say_in_vain("month", "Month", months[month], f"of which nothing stands published for {wording.plain(place)}")
    if later := chosen().later:
        st.caption(f"A later month has been published: {later}. Choose it above.")


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
    authorities = _held_now()
    if not authorities:
        return None
    authority = st.session_state.get("authority")
    authority = authority if authority in authorities else next(iter(authorities))
    place, months = authorities[authority]
    wanted = st.session_state.get("month")
    month = next((day for day in months if f"{day:%Y-%m}" == wanted), months[-1])
    shown = tuple(day for day in months if day <= month)
    return Choices(reading(), authority, place, month, shown, months, revision(current_store(), reading()))


def authorities_shown() -> dict[str, str]:
    """Return the authorities of which something stands published here, code to name."""
    return {code: name for code, (name, _) in _held_now().items()}


def months_of(authority: str) -> tuple[date, ...]:
    """Return the months of an authority that are published by now, the oldest first; none of one that is not held."""
    return _held_now().get(authority, ("", ()))[1]


def _held_now() -> dict[str, tuple[str, tuple[date, ...]]]:
    """Return each authority's name and months, as published by now."""
    return _held(reading(), revision(current_store(), reading()))


@st.cache_data(max_entries=20, show_spinner=False)
def _held(reader: Reader, revision: int) -> dict[str, tuple[str, tuple[date, ...]]]:  # noqa: ARG001 - part of the key
    """Return each authority's name and its months, oldest first; the authority that the settings name leads."""
    names = authorities_held(current_store(), reader)
    first = settings().authority
    names = {first: names[first], **names} if first in names else names
    return {code: (name, tuple(months_held(current_store(), reader, code))) for code, name in names.items()}


def _chooser(label: str, key: str, options: dict[str, str]) -> str:
    """Draw a choice that the address carries in words; the first option is what an address that is silent means."""
    read_address(key, options)
    named = options.__getitem__
    return st.selectbox(label, list(options), format_func=named, key=key, bind="query-params", width=WIDTH)


def _keep_up_with_the_latest(latest: str) -> None:
    """Move a reader of the latest month on when a later one is published; leave a reader of an earlier one there."""
    seen = st.session_state.get("latest_month")
    if seen is not None and st.session_state.get("month") == seen:
        st.session_state["month"] = latest
    st.session_state["latest_month"] = latest
