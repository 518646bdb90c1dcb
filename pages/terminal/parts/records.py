"""Records on a terminal: as JSON, or as lines."""

import json

from indicators.engine.rounding import half_up
from pages.terminal.parts.task import tell


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
