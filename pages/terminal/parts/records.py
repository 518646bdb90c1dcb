"""Records on a terminal: as JSON, or as lines."""

import json

from data.identities.leading_back import led_back, with_identifiers
from data.store.store import Store
from indicators.engine.catalogue import services_of_indicators
from indicators.engine.rounding import half_up
from pages.terminal.parts.task import asker, tell


def named(store: Store, records: list[dict], reason: str | None) -> list[dict]:
    """Return records with the case system's identifiers in the place of pseudonyms, where a reason is given for it.

    Raises:
        Mendable: where the reader may see no lists, or there is no table that leads back.
    """
    if reason is None:
        return records
    texts = [value for record in records for value in record.values() if isinstance(value, str)]
    identifiers = led_back(store, asker(), texts, reason, services_of_indicators())
    return [
        {name: with_identifiers(value, identifiers) if isinstance(value, str) else value for name, value in row.items()}
        for row in records
    ]


def say(records: list[dict], as_json: bool, *columns: str) -> None:
    """Print records: as JSON, whole, or as lines with the columns named."""
    if as_json:
        tell(json.dumps(records, indent=2))
        return
    lines = [list(columns)] + [[_short(record.get(column)) for column in columns] for record in records]
    widths = [max(len(line[place]) for line in lines) for place in range(len(columns))]
    for line in lines:
        tell("  ".join(text.ljust(width) for text, width in zip(line, widths, strict=True)).rstrip())


def _short(value: object) -> str:
    """Write a value for a line: nothing for none, one decimal for a fraction."""
    if value is None:
        return ""
    return (
        f"{half_up(value, 1)}"
        if isinstance(value, float) and value != int(value)
        else f"{value:g}"
        if isinstance(value, float)
        else str(value)
    )
