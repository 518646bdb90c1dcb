"""What can be found by its name: measures, pages and words. Nothing that stands in the store is among it."""

from functools import cache

from indicators.engine.catalogue import all_indicators
from pages.kit.frame import contents
from pages.kit.frame.glossary import glossary


@cache
def names() -> list[dict[str, str]]:
    """Return each name with its kind, a note beside it, and where it leads, below the path of the server."""
    measures = [
        _name(
            indicator.title, "Measure", contents.title_of(indicator.service), f"{contents.INDICATOR}?id={indicator.id}"
        )
        for indicator in all_indicators().values()
    ]
    pages = [
        _name(contents.title_of(script), "Page", "", "" if script == contents.HOME else script)
        for script in contents.scripts()
        if script != contents.INDICATOR
    ]
    return measures + pages + [_name(word, "Word", glossary()[word], "definitions") for word in glossary()]


def matches(text: str, *names_and_notes: str) -> bool:
    """Say whether every word of a text stands somewhere in names and notes, in small letters or great."""
    whole = " ".join(names_and_notes).casefold()
    return all(word in whole for word in text.casefold().split())


def _name(name: str, kind: str, note: str, leads_to: str) -> dict[str, str]:
    """Return a name as the script of ours reads it."""
    return {"name": name, "kind": kind, "note": note, "to": leads_to}
