"""A document as one file of HTML: no script, nothing from elsewhere, pictures within."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from pages.report.document import Document

TEMPLATE = Path(__file__).with_name("report.html")


def as_html(document: Document) -> bytes:
    """Write a document as HTML, every text of it as text."""
    return _template().render(document=document).encode()


@cache
def _template() -> Template:
    """Read the page; whatever is put into it is kept from being read as HTML."""
    room = Environment(
        loader=FileSystemLoader(TEMPLATE.parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return room.get_template(TEMPLATE.name)
