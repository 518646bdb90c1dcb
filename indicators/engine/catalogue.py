"""Every indicator there is, gathered by looking into the folders; and the list of them in words."""

from collections.abc import Container, Sequence
from datetime import date
from functools import cache
from pathlib import Path

from data.errors import Mendable
from data.extracts import all_extracts
from data.store.store import Cursor, Store
from indicators.engine.declaration import Indicator, read_indicator
from indicators.engine.measure import measure_missing
from indicators.engine.reach import of_reach
from indicators.figures.exported_columns import COLUMNS, LAYOUT

INDICATORS = Path(__file__).parents[1]
SERVICES = {
    "front_door": "Front door",
    "child_in_need": "Children in need",
    "child_protection": "Child protection",
    "looked_after": "Looked-after children",
    "permanence": "Permanence",
    "leaving_care": "Leaving care",
    "education": "Education",
    "health": "Health",
    "workforce": "Workforce",
    "quality": "Quality of practice",
    "early_help": "Early help",
    "participation": "Participation",
}
UNIT_WORDS = {"count": "number", "percent": "%", "rate": "per 10,000", "average": "average"}
GOOD_WORDS = {
    "low": "Lower is better",
    "high": "Higher is better",
    "range": "Best within a range",
    "none": "No good direction",
}


@cache
def all_indicators() -> dict[str, Indicator]:
    """Gather every indicator by id, in the order of services and then of file names.

    Raises:
        Mendable: naming the file that cannot be read, a folder that is no service, or a neighbour that does not exist.
    """
    blank = Store.blank()
    found: dict[str, Indicator] = {}
    for path in sorted(INDICATORS.glob("*/*.sql"), key=lambda path: (_place(path.parent.name), path.name)):
        indicator = read_indicator(path, blank)
        if indicator.id in found:
            raise Mendable(f"{path.name} lies in two services: {found[indicator.id].service} and {indicator.service}.")
        found[indicator.id] = indicator
    for each in found.values():
        refuse_unknown_neighbours(each, found)
    blank.close()
    return found


def measure_everything(cursor: Cursor, authority: str, months: Sequence[date]) -> None:
    """Measure every indicator of an authority's months: what a publish does in its own transaction."""
    measure_missing(cursor, list(all_indicators().values()), authority, months)


def indicator_called(name: str) -> Indicator:
    """Return the indicator of that id.

    Raises:
        Mendable: naming the nearest id there is.
    """
    from difflib import get_close_matches

    everything = all_indicators()
    if name not in everything:
        near = get_close_matches(name, everything, n=1)
        hint = f" Did you mean {near[0]}?" if near else " List them with: python cli.py figures"
        raise Mendable(f'There is no indicator "{name}".{hint}')
    return everything[name]


def read_beside(name: str) -> list[Indicator]:
    """Return the indicators to read beside one, by id: those it names, and those that name it."""
    everything = all_indicators()
    named = [
        *everything[name].argument.beside,
        *(each.id for each in everything.values() if name in each.argument.beside),
    ]
    return [everything[each] for each in dict.fromkeys(named)]


def refuse_unknown_neighbours(indicator: Indicator, known: Container[str]) -> None:
    """Refuse an indicator that is to be read beside one that does not exist, or beside itself."""
    for name in indicator.argument.beside:
        if name not in known or name == indicator.id:
            where = f"indicators/{indicator.service}/{indicator.id}.sql"
            raise Mendable(f"{where}: beside names {name}, which is no other indicator. Use the name of its file.")


def units() -> dict[str, str]:
    """Return the unit of each indicator by its id: what the check of figures already counted asks for."""
    return {name: each.unit for name, each in all_indicators().items()}


def indicator_list() -> str:
    """Write the list of indicators that stands in indicators/README.md."""
    lines = [
        "# Indicators",
        "",
        "What we measure: one file per indicator. The filename is its id and the folder its service. *Made from* says",
        "which extracts it needs and how far back each must be whole; of the others, what is open at the month end.",
        "This page is written by `python -m indicators.engine.catalogue`; a test fails when it is stale.",
    ]
    service = ""
    for each in all_indicators().values():
        if each.service != service:
            service = each.service
            lines += ["", f"## {SERVICES[service]}", ""]
            lines += [
                "| Indicator | Counted | Out of | Made from | Unit | Good | Source |",
                "|---|---|---|---|---|---|---|",
            ]
        said = each.argument
        lines.append(
            f"| [{said.title}]({each.service}/{each.id}.sql) | {said.numerator} | {said.denominator or '–'} "
            f"| {made_from(each)} | {UNIT_WORDS[said.unit]} | {GOOD_WORDS[said.good]} | {said.source} |"
        )
    lines += ["", "## Figures handed out", ""]
    lines += [f"`figures --out FILE` writes these columns to csv, xlsx or parquet. This is layout {LAYOUT}.", ""]
    lines += ["| Column | What it holds |", "|---|---|", *(f"| `{name}` | {what} |" for name, what in COLUMNS.items())]
    return "\n".join(lines) + "\n"


def made_from(indicator: Indicator) -> str:
    """Write which extracts an indicator needs, and how far back each must be whole."""
    needed = [of_reach(indicator.looks_back(name), all_extracts()[name].spoken) for name in indicator.extracts]
    return "; ".join([needed[0][0].upper() + needed[0][1:], *needed[1:]])


def _place(service: str) -> int:
    """Return where a service stands in the order; refuse a folder that is none."""
    if service not in SERVICES:
        raise Mendable(f"indicators/{service}/ is not a service. Use one of {', '.join(SERVICES)}.")
    return list(SERVICES).index(service)


if __name__ == "__main__":
    (INDICATORS / "README.md").write_text(indicator_list(), encoding="utf-8")
