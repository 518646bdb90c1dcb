"""A picture: SVG of ours with the text that says the same, as an address for a page or as the bytes of a PNG."""

from base64 import b64encode
from dataclasses import dataclass


@dataclass(frozen=True)
class Picture:
    """Hold a picture as SVG, and what it shows in words."""

    svg: str
    alt: str

    @property
    def address(self) -> str:
        """Return the address that an <img> of a page shows: the picture itself, so that it prints and can be saved."""
        return f"data:image/svg+xml;base64,{b64encode(self.svg.encode()).decode()}"


def sheet(width: float, height: float, drawn: str) -> str:
    """Return a whole SVG of that width and height, in pixels, around what is drawn."""
    size = f'width="{width:g}" height="{height:g}" viewBox="0 0 {width:g} {height:g}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{drawn}</svg>'
