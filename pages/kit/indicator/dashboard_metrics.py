"""The metrics of DfE's dashboard in one table: ours beside each, or why there is none, and what it is compared with."""

from itertools import groupby
from urllib.parse import urlencode

import pandas
import streamlit as st

from indicators.comparison.dashboard_metrics import DashboardMetric, all_metrics, read_from
from indicators.engine.frameworks import NATIONAL
from pages.kit.frame.contents import INDICATOR, page_address
from pages.kit.parts.download import offer
from pages.kit.parts.fold import folded
from pages.kit.rows.count_table import CountRow, draw_count_table

HEADINGS = ("Metric of DfE’s dashboard", "Ours, or why none", "Published comparator")


def dashboard_metrics() -> None:
    """Fold away, under a line that counts them, every metric of DfE's dashboard."""
    metrics = all_metrics()
    measured = sum(metric.indicator is not None for metric in metrics)
    folded(f"DfE’s dashboard: {measured} of its {len(metrics)} metrics are measured here", "dashboard_metrics", _draw)


def _draw() -> None:
    """Draw the metrics by outcome or enabler, and offer them."""
    rows = []
    for national, group in groupby(all_metrics(), key=lambda metric: metric.national):
        rows += [CountRow(NATIONAL[national]), *(_row(metric) for metric in group)]
    draw_count_table("Metrics of DfE’s dashboard of outcomes and enablers", HEADINGS, rows, in_sentences=True)
    st.caption(f"In DfE’s words and order, [as its dashboard lists them]({read_from()}).")
    offer("dashboard_metrics", _table, "the metrics")


def _row(metric: DashboardMetric) -> CountRow:
    """Return a metric as a row, which leads to our indicator."""
    address = page_address(INDICATOR, urlencode({"id": metric.measured_by})) if metric.measured_by else ""
    return CountRow(metric.title, (metric.answer, metric.comparator), address=address)


def _table() -> pandas.DataFrame:
    """Return the metrics as a table to take away."""
    return pandas.DataFrame(
        [
            {
                "number": number,
                "national": metric.national,
                "domain": metric.domain,
                "metric": metric.title,
                "indicator": metric.measured_by,
                "differs": metric.differs,
                "why_not": metric.why_not,
                "published": metric.measure.name if metric.measure else "",
                "file": metric.file,
            }
            for number, metric in enumerate(all_metrics(), 1)
        ]
    )
