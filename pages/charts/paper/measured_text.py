"""Text in pictures: as wide as it will be at most, so that nothing is cut; the font lies with matplotlib's files."""

from functools import cache, lru_cache
from html import escape
from importlib.util import find_spec
from pathlib import Path

from PIL import ImageFont

FONT = "DejaVu Sans"
FAMILY = f"Arial, Helvetica, 'Liberation Sans', '{FONT}', sans-serif"
"""What a reader's computer draws text in. DejaVu, by which text is measured, is the widest of them."""
MEASURED_AT = 100


@cache
def font_file(is_bold: bool = False) -> Path:
    """Return the file of DejaVu Sans, which needs no font to be installed."""
    package = find_spec("matplotlib")
    folder = Path(package.submodule_search_locations[0])  # type: ignore[union-attr,index]
    return folder / "mpl-data" / "fonts" / "ttf" / f"DejaVuSans{'-Bold' if is_bold else ''}.ttf"


@lru_cache(maxsize=5000)
def width_of(words: str, size: float, is_bold: bool = False) -> float:
    """Return how many pixels wide words are at most, at a size in pixels."""
    return _font(is_bold).getlength(words) * size / MEASURED_AT


def text(at: tuple[float, float], words: str, size: float, colour: str, anchor: str = "start", weight: str = "") -> str:
    """Write words at a spot, on their baseline; `anchor` is start, middle or end, `weight` bold or none."""
    where = f'x="{at[0]:.1f}" y="{at[1]:.1f}" font-size="{size:g}" fill="{colour}"'
    looks = f' text-anchor="{anchor}"' if anchor != "start" else ""
    looks += f' font-weight="{weight}"' if weight else ""
    return f'<text {where}{looks} font-family="{FAMILY}">{escape(words, quote=False)}</text>'


def wrapped(words: str, size: float, width: float, is_bold: bool = False) -> list[str]:
    """Return words as lines that are no wider than that; a word that is too long for a line is broken."""
    lines = [""]
    for word in words.split():
        for part in _parts(word, size, width, is_bold):
            longer = f"{lines[-1]} {part}".strip()
            if width_of(longer, size, is_bold) <= width:
                lines[-1] = longer
            else:
                lines.append(part)
    return [line for line in lines if line]


def _parts(word: str, size: float, width: float, is_bold: bool) -> list[str]:
    """Break a word where it is wider than a line."""
    parts = [""]
    for letter in word:
        if width_of(parts[-1] + letter, size, is_bold) > width and parts[-1]:
            parts.append("")
        parts[-1] += letter
    return parts


@cache
def _font(is_bold: bool) -> ImageFont.FreeTypeFont:
    """Open a font once."""
    return ImageFont.truetype(str(font_file(is_bold)), MEASURED_AT)
