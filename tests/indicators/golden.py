"""Write the golden figures: every indicator and month of Example Borough. Run: python -m tests.indicators.golden."""

from pathlib import Path

from data.access import LOCAL_USER as LOCAL
from data.invention import AUTHORITY
from data.invention.configured_store import open_configured_store
from data.ledger.history import months_held
from data.settings import Settings
from data.store.store import Store
from indicators.engine.catalogue import all_indicators
from indicators.figures.measured_figures import figures

GOLDEN = Path(__file__).with_name("golden.txt")


def golden_figures(store: Store) -> str:
    months = months_held(store, LOCAL, AUTHORITY)
    told = figures(store, LOCAL, list(all_indicators().values()), AUTHORITY, months)
    lines = ["indicator month value numerator denominator not_yet_due"]
    for each in told:
        halves = f"{each.numerator:g} {'-' if each.denominator is None else f'{each.denominator:.2f}'}"
        lines.append(f"{each.indicator} {each.month:%Y-%m} {each.value:.4f} {halves} {each.not_yet_due}")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    GOLDEN.write_text(golden_figures(open_configured_store(Settings(None, None, None))), encoding="utf-8")
