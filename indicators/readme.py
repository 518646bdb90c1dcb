"""The list of indicators in words, written into indicators/README.md."""

from indicators.comparison.dashboard_metrics import all_metrics, read_from
from indicators.engine.catalogue import INDICATORS, SERVICES, all_indicators
from indicators.engine.definition_words import GOOD_WORDS, UNIT_WORDS, made_from
from indicators.figures.exported_columns import COLUMNS, LAYOUT


def indicator_list() -> str:
    """Write the list of indicators that stands in indicators/README.md."""
    lines = [
        "# Indicators",
        "",
        "What we measure: one file per indicator, or for several kinds of one. The filename is its id, or begins it;",
        "its folder is the service. *Made from* says which extracts it needs and how far back each must be whole; of",
        "the others, what is open at the month end.",
        "Beside its source stand its outcome or enabler of the national framework, and the area that Ofsted judges.",
        "This page is written by `python -m indicators.readme`; a test fails when it is stale.",
    ]
    service = ""
    for measure in all_indicators().values():
        if measure.service != service:
            service = measure.service
            lines += ["", f"## {SERVICES[service]}", ""]
            lines += [
                "| Indicator | Counted | Out of | Made from | Unit | Good | Source | Framework | Ofsted |",
                "|---|---|---|---|---|---|---|---|---|",
            ]
        front = measure.argument
        lines.append(
            f"| [{front.title}]({measure.service}/{measure.file}.sql) | {front.numerator} | {front.denominator or '–'} "
            f"| {made_from(measure)} | {UNIT_WORDS[front.unit]} | {GOOD_WORDS[front.good]} | {front.source} "
            f"| `{front.national}` | `{front.ofsted}` |"
        )
    lines += ["", *_dashboard(), "", "## Figures handed out", ""]
    lines += [f"`figures --out FILE` writes these columns to csv, xlsx or parquet. This is layout {LAYOUT}.", ""]
    lines += [
        "Which program made a file stands in the properties of an xlsx (author and comments) and in the metadata of"
    ]
    lines += ["a parquet. A csv holds columns and nothing else, and does not say.", ""]
    lines += [
        "| Column | What it holds |",
        "|---|---|",
        *(f"| `{name}` | {meaning} |" for name, meaning in COLUMNS.items()),
    ]
    return "\n".join(lines) + "\n"


def _dashboard() -> list[str]:
    """Write the metrics of DfE's dashboard: ours beside each, or why there is none, and what it is compared with."""
    return [
        "## Metrics of DfE's dashboard",
        "",
        f"The {len(all_metrics())} metrics of DfE's dashboard of outcomes and enablers, in its words and order, [as it",
        f"lists them]({read_from()}).",
        "",
        "| Framework | Metric | Ours, or why none | Published comparator |",
        "|---|---|---|---|",
        *(
            f"| `{metric.national}` | {metric.title} | {metric.answer} | {metric.comparator} |"
            for metric in all_metrics()
        ),
    ]


if __name__ == "__main__":
    (INDICATORS / "README.md").write_text(indicator_list(), encoding="utf-8")
