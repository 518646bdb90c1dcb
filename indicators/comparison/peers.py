"""Months beside those of our peers: whatever they handed to us that is counted by the very same definition."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from data.access import Reader
from data.errors import Mendable
from data.exchange.exchanged_figures import Given, Peer, given_by_peers, peers
from data.published.dfe_publication import Measure
from data.published.published_figures import Held
from data.store.store import Store
from indicators.comparison.averages import AVERAGES, PUBLISHED, Average, average_of
from indicators.comparison.comparison import verdict_of
from indicators.comparison.figure_range import Span, span_of
from indicators.comparison.monthly import NOT_THERE, held_in_month, monthly_measure
from indicators.comparison.ranking import rank_in_words
from indicators.engine.declaration import Indicator
from indicators.figures.figure import Figure
from indicators.figures.measured_figures import figures, let_in


@dataclass(frozen=True)
class Month:
    """Hold one month: ours, the average of the peers, each peer's figure, and who counts by another definition."""

    indicator: Indicator
    measure: Measure
    own: Figure
    average: Average
    members: tuple[tuple[Held, Span | None], ...]
    otherwise: tuple[str, ...]

    @property
    def own_span(self) -> Span | None:
        """Return our own figure as what is known of it."""
        return None if self.own.value is None else Span(self.own.value, self.own.value)

    @property
    def verdict(self) -> str:
        """Say on which side of the average we stand."""
        return verdict_of(self.own_span, self.average.span, self.measure.decimals)

    @property
    def rank(self) -> str:
        """Say where we stand among the peers."""
        return rank_in_words(self.own_span, [span for _, span in self.members])

    def to_json(self) -> dict:
        """Return the shape that others rely on: as that of a comparison with published figures, by month."""
        low, high = self.average.span.rounded(self.measure.decimals) if self.average.span else (None, None)
        with_figure = sum(span is not None and span.known for _, span in self.members)
        return {
            "indicator": self.own.indicator,
            "authority": self.own.authority,
            "month": f"{self.own.month:%Y-%m}",
            "value": self.own.value,
            "average": self.average.name,
            "low": low,
            "high": high,
            "with_figure": with_figure,
            "without_figure": len(self.members) - with_figure,
            "verdict": self.verdict,
            "rank": self.rank,
            "other_definition": list(self.otherwise),
        }


def beside_peers(
    store: Store, reader: Reader, indicator: Indicator, authority: str, months: Sequence[date], average: str = "median"
) -> list[Month]:
    """Return our months beside those of everybody who exchanges figures with us, as far as definitions are the same.

    Raises:
        Mendable: where nobody does, or there is no such average.
    """
    let_in(reader, authority)
    if average not in AVERAGES or average == PUBLISHED:
        raise Mendable(f'There is no average "{average}" of peers. Use one of {", ".join(AVERAGES[:-1])}.')
    others = [peer for peer in peers(store) if peer.authority != authority]
    if not others:
        raise Mendable("Nobody's figures have been exchanged yet. Load them with: python cli.py exchange load FILES")
    measure = monthly_measure(indicator)
    by_peer = {(figure.authority, figure.month): figure for figure in given_by_peers(store, indicator.id)}
    return [
        _month(indicator, measure, own, average, [(peer, by_peer.get((peer.authority, own.month))) for peer in others])
        for own in figures(store, reader, [indicator], authority, months)
    ]


def _month(
    indicator: Indicator, measure: Measure, own: Figure, average: str, others: Sequence[tuple[Peer, Given | None]]
) -> Month:
    """Set one month side by side."""
    same = [(peer, figure) for peer, figure in others if figure is None or figure.definition == indicator.definition]
    of_peers = [_held(measure, peer, own.month, figure) for peer, figure in same]
    members = tuple((figure, span_of(measure, figure)) for figure in of_peers)
    otherwise = tuple(
        peer.name for peer, figure in others if figure is not None and figure.definition != indicator.definition
    )
    return Month(indicator, measure, own, average_of(average, measure, members), members, otherwise)


def _held(measure: Measure, peer: Peer, month: date, figure: Given | None) -> Held:
    """Return a peer's figure in the shape of a published one."""
    halves = (figure.numerator, figure.denominator) if figure else (None, None)
    missing = figure.missing if figure else NOT_THERE
    return held_in_month(measure.unit, (peer.authority, peer.name), month, halves, missing)
