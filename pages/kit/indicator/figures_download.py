"""What a page's figures are made of, to take away: the figures of every month, and their definitions."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from indicators.engine.catalogue import indicator_called
from indicators.figures.tidy_tables import definitions, tidy
from pages.kit.frame.cache import figures_kept, groups_kept
from pages.kit.frame.choices import Choices
from pages.kit.parts.download import offer
from pages.kit.parts.fold import folded
from pages.words import wording


def take_away(chosen: Choices, page: str, indicators: Sequence[str], by: str = "") -> None:
    """Offer the figures of a page, by the ids of its indicators, and what they mean, to copy and to download.

    Where it sets groups side by side, `by` says by what, and their figures are offered, too.
    """
    draw = partial(offer_figures, chosen, page, indicators, by)
    folded("Take these figures and their definitions away", f"away_{page}", draw)


def offer_figures(chosen: Choices, page: str, indicators: Sequence[str], by: str = "") -> None:
    """Draw what is offered of a page, by the ids of its indicators."""
    ids = tuple(dict.fromkeys(indicators))
    st.markdown(
        f"The figures of {wording.month(chosen.month)}, or of every month published up to then, one row each, not "
        "rounded; and what each of them means."
    )
    name = f"{page}_{chosen.month:%Y-%m}"
    offer(f"{name}_figures", lambda: tidy(_figures(chosen, ids, chosen.months[-1:])), "the figures")
    offer(f"{name}_every_month", lambda: tidy(_figures(chosen, ids, chosen.months)), "every month")
    if by:
        arguments = (chosen.reader, chosen.authority, chosen.month, chosen.revision, ids, by)
        offer(f"{name}_by_{by}", lambda: tidy(groups_kept(*arguments)), "the groups")
    offer(
        f"{name}_definitions",
        lambda: definitions([indicator_called(indicator_id) for indicator_id in ids]),
        "the definitions",
    )


def _figures(chosen: Choices, ids: tuple[str, ...], months: Sequence) -> list:
    """Return the figures of months, as the reader may see them."""
    return figures_kept(chosen.reader, chosen.authority, tuple(months), chosen.revision, ids)
