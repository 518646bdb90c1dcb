"""What a publication moves: one sentence, and the measures that move, the furthest first."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from indicators.change.moved_figures import Moved
from pages.kit.parts.figures_before_and_after import draw_moved_figures
from pages.words import wording


def say_what_moves(figures: Sequence[Moved], month: date, headings: tuple[str, str], move: str) -> None:
    """Say how many figures of a month a publication moves and how many it tells first; draw those that move.

    `move` is the verb: they would move, or they moved.
    """
    moving = [figure for figure in figures if figure.before.value is not None]
    first = len(figures) - len(moving)
    many = wording.counted(len(moving), "figures") if moving else "No figure"
    sentences = [f"{many} of {wording.month(month)} {move}."]
    if first:
        sentences.append(f"{wording.counted(first, 'measures')} can be told for the first time.")
    st.markdown(f"**{' '.join(sentences)}**")
    if moving:
        draw_moved_figures(moving, *headings, f"Measures of {wording.month(month)}, those that move furthest first")
