"""There is one style sheet and one script of ours: no page writes another, by any of the ways that Streamlit leaves."""

import ast
import re
from pathlib import Path

import pytest

from pages.kit.frame.served_page import KINDS, SERVED

ROOT = Path(__file__).parents[2]
WRITTEN = re.compile(r"<\s*(script|style|link\s)|\bon[a-z]+\s*=\s*[\"']|javascript:|@import|blob:", re.IGNORECASE)
ON_PAPER = {"pages/report/formats/report.html"}
"""What is printed and sent is one file that stands by itself, and brings its own style."""
REFUSED = {"pages/gate/refused.html"}
"""What stands instead of a page names the one sheet of ours."""

NAMED_IN = {"served_page.py", "safe_headers.py"}
"""What names the script and the sheet in the page, and says of both, and of pictures, where they may come from."""


def written_otherwise(text: str) -> list[str]:
    """Return the calls of a module that bring script or style of their own to a page."""
    found = []
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and WRITTEN.search(node.value):
            found.append(node.value)
        if isinstance(node, ast.keyword) and node.arg in ("unsafe_allow_html", "unsafe_allow_javascript"):
            found.append(node.arg)
        if isinstance(node, ast.Attribute) and ast.unparse(node).startswith(("st.components", "components.v1")):
            found.append(ast.unparse(node))
    return found


@pytest.mark.parametrize("path", sorted((ROOT / "pages").rglob("*.py")), ids=lambda path: path.stem)
def test_no_page_brings_script_or_style_of_its_own(path):
    if path.name not in NAMED_IN:
        assert not written_otherwise(path.read_text(encoding="utf-8"))


def test_no_template_brings_script_or_style_of_its_own():
    templates = {path.relative_to(ROOT).as_posix(): path for path in (ROOT / "pages").rglob("*.html")}
    for name in templates.keys() - ON_PAPER - REFUSED:
        assert not WRITTEN.search(templates[name].read_text(encoding="utf-8")), name


@pytest.mark.parametrize(
    "planted",
    [
        "st.html('<style>a{}</style>')",
        "st.html('<script src=x></script>')",
        "st.markdown(text, unsafe_allow_html=True)",
        "st.html('<a onclick=\"x()\">')",
        "st.components.v1.html(text)",
    ],
)
def test_what_is_planted_is_found(planted):
    assert written_otherwise(planted)


def test_the_files_served_are_these_and_ask_nobody_else():
    assert {path.name for path in SERVED.iterdir()} == set(KINDS)
    for name in KINDS:
        text = (SERVED / name).read_text(encoding="utf-8")
        assert not re.search(r"https?:|url\(|@import|\beval\b|new Function|innerHTML|insertAdjacentHTML|blob:", text)


def test_the_sheet_is_whole():
    text = re.sub(r"/\*.*?\*/", "", (SERVED / "look.css").read_text(encoding="utf-8"), flags=re.DOTALL)
    depth = 0
    for line in text.splitlines():
        assert not (depth and line.endswith("{") and not line.startswith(" ")), f"a brace is not closed before {line}"
        depth += line.count("{") - line.count("}")
        assert 0 <= depth <= 3, line
    assert depth == 0


def test_only_the_colours_at_the_top_of_the_sheet_are_colours():
    text = (SERVED / "look.css").read_text(encoding="utf-8")
    below = text[text.index("/* Focus") :].partition("/* Paper")[0]
    assert not re.search(r"#[0-9a-fA-F]{3,8}\b(?![^{]*\{)", below)
