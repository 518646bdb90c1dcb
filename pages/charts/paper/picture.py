"""A picture: SVG of ours with the text that says the same, as an address for a page or as the bytes of a PNG."""

from base64 import b64encode
from dataclasses import dataclass
from html import escape

SHARPNESS = 2.0
"""Pixels of a PNG for each of a picture, so that it is as sharp in a slide as in a letter."""


@dataclass(frozen=True)
class Drawing:
    """Hold what is drawn, from its upper left corner at nought, and how wide and high it is in pixels."""

    drawn: str
    width: float
    height: float


@dataclass(frozen=True)
class Picture:
    """Hold a picture as SVG, and what it shows in words."""

    svg: str
    alt: str

    @property
    def address(self) -> str:
        """Return the address that an <img> of a page shows: the picture itself, so that it prints and can be saved."""
        return f"data:image/svg+xml;base64,{b64encode(self.svg.encode()).decode()}"

    def png(self) -> bytes:
        """Return the bytes of the same picture as a PNG, drawn without a browser and in fonts of its own."""
        import resvg_py

        from pages.charts.paper.measured_text import FONT, font_file

        fonts = [str(font_file(is_bold)) for is_bold in (False, True)]
        return bytes(
            resvg_py.svg_to_bytes(
                svg_string=self.svg,
                zoom=SHARPNESS,
                skip_system_fonts=True,
                font_files=fonts,
                font_family=FONT,
                sans_serif_family=FONT,
            )
        )


def sheet(drawing: Drawing, title: str = "", words: str = "") -> str:
    """Return a whole SVG around what is drawn; its title and its text in words are for whoever does not see it."""
    size = f'width="{drawing.width:g}" height="{drawing.height:g}" viewBox="0 0 {drawing.width:g} {drawing.height:g}"'
    text = f"<title>{escape(title, quote=False)}</title><desc>{escape(words, quote=False)}</desc>" if title else ""
    role = ' role="img"' if title else ""
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}{role}>{text}{drawing.drawn}</svg>'
