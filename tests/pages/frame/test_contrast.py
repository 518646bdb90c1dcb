"""Contrast, worked out from the theme and the style sheet: text 4.5 to 1 on its ground in both themes, marks 3 to 1."""

import re
import tomllib
from pathlib import Path

import pytest

from pages.charts import palette
from pages.kit.frame.served_page import SERVED

ROOT = Path(__file__).parents[3]
THEME = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"]
SHEET = (SERVED / "look.css").read_text(encoding="utf-8")
PAIRS = dict(re.findall(r"--([a-z-]+): light-dark\((.+?)\);", SHEET))
GROUNDS = ("ground", "ground-raised", "ground-concern", "ground-improvement")
INKS = ("ink", "ink-soft", "link", "primary", "concern", "improvement", "neutral", "no-news", "target", "others")
SAME_HUE = {"concern": "concern", "improvement": "improvement", "neutral": "neutral"}


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour such as #12436d, by WCAG 2.2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Return how many to 1 two colours stand out from each other."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def tinted(colour: str, ground: str, share: float) -> str:
    """Return a ground with a share of a colour over it, as Streamlit draws what is chosen."""
    mixed = [
        round(int(colour[at : at + 2], 16) * share + int(ground[at : at + 2], 16) * (1 - share)) for at in (1, 3, 5)
    ]
    return "#" + "".join(f"{part:02x}" for part in mixed)


def sheet(name: str, scheme: str) -> str:
    """Return a colour of the style sheet."""
    return PAIRS[name].split(", ")[scheme == "dark"]


def test_black_on_white_is_21_to_1_and_a_pair_of_the_standard_is_as_it_says():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#12436D", "#ffffff") == pytest.approx(10.25, abs=0.01)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_of_the_theme_can_be_read(scheme):
    theme = THEME[scheme]
    grounds = [theme["backgroundColor"], theme["secondaryBackgroundColor"]]
    grounds.append(tinted(theme["primaryColor"], theme["backgroundColor"], 0.1))
    for ink in ("textColor", "linkColor", "grayTextColor", "primaryColor"):
        assert min(contrast(theme[ink], ground) for ground in grounds) >= 4.5, ink
    assert contrast("#ffffff", theme["primaryColor"]) >= 3, "a tick is white on the primary colour"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_of_the_sheet_can_be_read_and_its_edges_and_rings_be_seen(scheme):
    for ink in INKS:
        assert min(contrast(sheet(ink, scheme), sheet(ground, scheme)) for ground in GROUNDS) >= 4.5, ink
    assert contrast(sheet("ink", scheme), sheet("ground-tag", scheme)) >= 4.5
    for mark in ("focus", "edge"):
        assert min(contrast(sheet(mark, scheme), sheet(ground, scheme)) for ground in GROUNDS[:2]) >= 3, mark
    assert contrast(sheet("on-primary", scheme), sheet("primary", scheme)) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_sheet_theme_and_charts_have_one_colour_for_one_thing(scheme):
    theme = THEME[scheme]
    assert sheet("ground", scheme) == theme["backgroundColor"].lower() == palette.GROUND[scheme].lower()
    assert sheet("primary", scheme) == theme["primaryColor"].lower()
    assert sheet("ink", scheme) == theme["textColor"].lower()
    assert sheet("target", scheme) == palette.AIM[scheme].lower()
    assert {name: sheet(name, scheme) for name in SAME_HUE} == {
        name: palette.MEANING[scheme][meaning].lower() for name, meaning in SAME_HUE.items()
    }
