"""The metrics of DfE's dashboard of outcomes and enablers: which indicator measures each, or why none does."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from data.errors import Mendable
from data.published.dfe_publication import Measure, all_measures, measure_called, publication_of
from indicators.comparison.published_figure import measure_of
from indicators.engine.catalogue import all_indicators
from indicators.engine.declaration import Indicator
from indicators.engine.frameworks import NATIONAL

WRITTEN = Path(__file__).with_name("dashboard_metrics.toml")


@dataclass(frozen=True, kw_only=True)
class DashboardMetric:
    """Hold one metric in DfE's words, the file it is published in, and our indicator or why there is none."""

    national: str
    """Its outcome or enabler, a word of NATIONAL."""
    domain: str
    """The theme within it, under which DfE shows it."""
    title: str
    file: str
    measured_by: str = ""
    differs: str = ""
    """How ours differs from it, beyond what its definition says."""
    why_not: str = ""
    published: str = ""
    """The measure that is read from DfE's file, where no indicator says so."""

    @property
    def indicator(self) -> Indicator | None:
        """Return the indicator that measures it."""
        return all_indicators()[self.measured_by] if self.measured_by else None

    @property
    def measure(self) -> Measure | None:
        """Return the published figure that it is compared with, where it can be read."""
        if self.published:
            return measure_called(self.published)
        return measure_of(self.indicator) if self.indicator else None

    @property
    def answer(self) -> str:
        """Say which indicator measures it and how it differs, or why none does."""
        return (
            ". ".join(part for part in (self.indicator.title, self.differs) if part) if self.indicator else self.why_not
        )

    @property
    def comparator(self) -> str:
        """Say what it is compared with: a published measure, or the file of DfE's that is not read here."""
        if self.measure is None:
            return f"Not read here. Published in: {self.file}"
        by_hand = "" if self.measure.ships else f". Load {self.file}"
        return f"{publication_of(self.measure.name).title}: {self.measure.title}{by_hand}"


@cache
def all_metrics() -> tuple[DashboardMetric, ...]:
    """Return every metric of the dashboard, in DfE's order.

    Raises:
        Mendable: naming the metric that names no outcome, indicator or measure, or says neither which nor why none.
    """
    metrics = [DashboardMetric(**written) for written in _written()["metric"]]
    for number, metric in enumerate(metrics, 1):
        _refuse_malformed(number, metric)
    return tuple(metrics)


def read_from() -> str:
    """Return the address at which the metrics were read."""
    return _written()["read_from"]


def _refuse_malformed(number: int, metric: DashboardMetric) -> None:
    """Refuse a metric whose words name nothing, or that says both which indicator measures it and why none does."""
    where = f"{WRITTEN.name}, metric {number} ({metric.title})"
    for field, word, words in (
        ("national", metric.national, NATIONAL),
        ("measured_by", metric.measured_by, {"", *all_indicators()}),
        ("published", metric.published, {"", *all_measures()}),
    ):
        if word not in words:
            raise Mendable(f"{where}: {field} is {word!r}, which is not there. Use one that is.")
    if bool(metric.measured_by) == bool(metric.why_not):
        raise Mendable(f"{where}: write either measured_by, the indicator that measures it, or why_not in a sentence.")


@cache
def _written() -> dict:
    """Read what is written of the metrics."""
    return tomllib.loads(WRITTEN.read_text(encoding="utf-8"))
