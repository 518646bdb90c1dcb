"""What a check came to, in a box that the focus goes to: a heading and a few sentences."""

from collections.abc import Sequence

from pages.kit.rows.template import draw
from pages.kit.rows.verdict import Verdict


def draw_check_summary(verdict: Verdict, heading: str, sentences: Sequence[str], about: str) -> None:
    """Draw the summary under the identifier `check-summary`; `about` says of what, when and by which rules."""
    draw("check_summary", verdict=verdict, heading=heading, sentences=sentences, about=about)
