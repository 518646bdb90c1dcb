"""What social workers and placements cost each month: the posts filled and the weeks lived, at a price."""

from collections import defaultdict
from collections.abc import Iterator

from data.invention.care_periods import Period
from data.invention.chance import Chance
from data.invention.dated_record import Record
from data.invention.ordinal_days import MONTHS, first_day, last_day, months_from
from data.invention.people import Worker

EMPLOYED_A_MONTH, AGENCY_A_MONTH = 5_350, 8_100
"""Pounds for a full-time social worker."""
A_WEEK = {
    "FOSTER_OWN": 505,
    "FOSTER_OTHER": 1_040,
    "HOME_OWN": 4_900,
    "HOME_OTHER": 6_350,
    "SUPPORTED": 1_480,
    "SECURE": 8_200,
    "OTHER": 2_600,
}
KINDS = {"U": "FOSTER", "K2": "HOME", "K3": "SUPPORTED", "K1": "SECURE", "R5": "SECURE", "R3": "OTHER", "S1": "OTHER"}
OWN = "PR1"
OFF = 0.02
"""By which part a month's price lies above or below the usual one, at most."""


def costs(seed: int, workers: list[Worker], periods: list[Period]) -> list[Record]:
    """Add up what each month cost."""
    chance, records = Chance(seed, "costs"), []
    for month in months_from("2022-12", len(MONTHS) + 11):
        end, own = last_day(month), chance.aside()
        spent = [*of_workers(workers, month), *((kind, A_WEEK[kind], weeks) for kind, weeks in lived(periods, month))]
        for kind, price, amount in spent:
            pounds = round(price * amount * (1 - OFF + 2 * OFF * own.random()))
            weeks = f"{amount:.1f}" if kind in A_WEEK else ""
            records.append(Record("costs", end, end, (month, kind, str(pounds), weeks)))
    return records


def of_workers(workers: list[Worker], month: str) -> Iterator[tuple[str, int, float]]:
    """Give how many full-time social workers were paid for a month's end, employed and from agencies."""
    end = last_day(month)
    present = [worker for worker in workers if worker.start <= end < worker.end]
    yield "STAFF", EMPLOYED_A_MONTH, sum(float(worker.fte) for worker in present if not worker.agency)
    yield "AGENCY", AGENCY_A_MONTH, sum(float(worker.fte) for worker in present if worker.agency)


def lived(periods: list[Period], month: str) -> list[tuple[str, float]]:
    """Give the weeks that children lived in placements of each kind that is paid for by the week."""
    first, end, days = first_day(month), last_day(month) + 1, defaultdict(int)
    for period in periods:
        for episode in period.episodes if period.start < end and period.end > first else ():
            kind = kind_of(episode.placement, episode.provider)
            if kind and episode.start < end and episode.end > first:
                days[kind] += min(episode.end, end) - max(episode.start, first)
    return [(kind, days[kind] / 7) for kind in A_WEEK if days[kind]]


def kind_of(placement: str, provider: str) -> str:
    """Say as what a placement is paid for; placements with parents and for adoption are not."""
    kind = KINDS.get(placement) or KINDS.get(placement[:1], "")
    if kind in ("FOSTER", "HOME"):
        return f"{kind}_OWN" if provider == OWN else f"{kind}_OTHER"
    return kind
