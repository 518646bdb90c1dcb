"""The sentences of a page as somebody reads them, without headings and tables, and how hard they are to read.

`python -m tests.pages.sentences` prints the grade of every page on the invented borough, and the ten hardest sentences.
"""

import re
from html.parser import HTMLParser

import textstat
from streamlit.testing.v1 import AppTest

from data.program import which_program
from pages.kit.frame.contents import scripts
from pages.words.classification import CLASSIFICATIONS
from tests.pages.conftest import open_app

HARDEST = 9.0
"""The Flesch-Kincaid grade that the sentences of a page may have: what somebody reads easily at fourteen."""
LEAST = 5
"""Words of a sentence; what is shorter is a label."""
SKIPPED = ("table", "h1", "h2", "h3", "th", "td", "style")
LINK, MARKS, ICON, SMALL = (
    re.compile(pattern)
    for pattern in (r"\[([^\]]*)\]\([^)]*\)", r"(?<!\\)[*_`#]+|\\(?=\W)", r":material/\w+:", r":\w+\[([^\]]*)\]")
)
END = re.compile(r"(?<=[.!?])\s+|\n+")
MARKS_OF_PAGES = {which_program(), *(part for marking in CLASSIFICATIONS for part in END.split(marking))}
"""What stands at the foot of every page and is no sentence: which program it is, and who may read it."""


class _Prose(HTMLParser):
    """Gather what an element of HTML says outside tables and headings, a line for each block."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[str] = []
        self.within = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - so it is called
        self.within += tag in SKIPPED
        if tag in ("p", "li", "div", "summary", "br"):
            self.told.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self.within -= tag in SKIPPED

    def handle_data(self, data: str) -> None:
        if not self.within:
            self.told.append(data)


def sentences(app: AppTest) -> list[str]:
    """Return the sentences of a page that have at least five words, in their order."""
    kinds = (app.markdown, app.caption, app.info, app.warning, app.error, app.success)
    texts = [_without_formatting(str(element.value)) for kind in kinds for element in kind]
    for element in app.get("html"):
        prose = _Prose()
        prose.feed(element.proto.body)
        texts.append("".join(prose.told))
    parts = (part.strip() for text in texts for part in END.split(text))
    return [part for part in dict.fromkeys(parts) if len(part.split()) >= LEAST and part not in MARKS_OF_PAGES]


def _without_formatting(text: str) -> str:
    """Return what a text of Markdown says."""
    for pattern, put in ((ICON, ""), (LINK, r"\1"), (SMALL, r"\1"), (MARKS, "")):
        text = pattern.sub(put, text)
    return text


def grade(told: list[str]) -> float:
    """Return the Flesch-Kincaid grade of sentences."""
    return textstat.flesch_kincaid_grade(" ".join(part if part[-1] in ".!?" else f"{part}." for part in told))


def hardest(told: list[str], how_many: int = 10) -> list[str]:
    """Return the sentences that are hardest to read, each behind its grade."""
    graded = sorted(((textstat.flesch_kincaid_grade(part), part) for part in told), reverse=True)
    return [f"{number:5.1f}  {part}" for number, part in graded[:how_many]]


if __name__ == "__main__":
    everything: list[str] = []
    for name in scripts():
        told = sentences(open_app(name))
        print(f"{grade(told):5.1f}  {name}")
        everything += told
    print("", *hardest(list(dict.fromkeys(everything))), sep="\n")
