"""What every row, card and table of ours is drawn by: a template beside this file, in which every value is escaped."""

from functools import cache
from pathlib import Path

import streamlit as st
from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template


def draw(name: str, **values: object) -> None:
    """Draw what a template makes of some values.

    Raises:
        jinja2.UndefinedError: where the template names a value that is not given.
    """
    st.html(markup(name, **values))


def markup(name: str, **values: object) -> str:
    """Return the HTML that a template makes of some values, each of them escaped."""
    return _template(name).render(**values)


def prepare_templates() -> None:
    """Read every template of this room, so that no reader waits for it."""
    for file in Path(__file__).parent.glob("*.html"):
        _template(file.stem)


@cache
def _template(name: str) -> Template:
    """Read a template of this room once."""
    loader = FileSystemLoader(Path(__file__).parent)
    return Environment(
        autoescape=True, loader=loader, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    ).get_template(f"{name}.html")
