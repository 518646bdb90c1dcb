"""The list of indicators in words, written into indicators/README.md."""

from data.extracts import all_extracts
from indicators.engine.catalogue import INDICATORS, SERVICES, all_indicators
from indicators.engine.declaration import Indicator
from indicators.engine.reach import of_reach
from indicators.figures.exported_columns import COLUMNS, LAYOUT

UNIT_WORDS = {"count": "number", "percent": "%", "rate": "per 10,000", "average": "average"}


GOOD_WORDS = {
    "low": "Lower is better",
    "high": "Higher is better",
    "range": "Best within a range",
    "none": "No good direction",
}


def indicator_list() -> str:
    """Write the list of indicators that stands in indicators/README.md."""
    lines = [
        "# Indicators",
        "",
        "What we measure: one file per indicator. The filename is its id and the folder its service. *Made from* says",
        "which extracts it needs and how far back each must be whole; of the others, what is open at the month end.",
        "This page is written by `python -m indicators.readme`; a test fails when it is stale.",
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


if __name__ == "__main__":
    (INDICATORS / "README.md").write_text(indicator_list(), encoding="utf-8")
