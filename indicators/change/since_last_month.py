"""What became of those who were counted a month ago: opening, started, ended and closing, so that it always adds up.

This month's rows are asked twice, for their own month end and for the one before. What they say of the month before may
not be what was published then: who is in it now and was not then was put in later; who was and is not was taken out. So
opening, with those put in later and started, without those taken out and ended, is closing, whatever the rows say.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date

from data.access import Act, Reader
from data.extracts import all_extracts
from data.ledger.clock import end_of
from data.months import month_end_before
from data.store.store import Store
from indicators.change.bridge import KIND, TEAM, Bridge, Course, bridges
from indicators.engine.binding import days_query
from indicators.engine.catalogue import indicator_called
from indicators.engine.declaration import Indicator
from indicators.engine.stock import kinds_in_words, parts_of
from indicators.figures.breakdown import NOT_KNOWN
from indicators.figures.figure import AGGREGATES, Figure
from indicators.figures.measured_figures import exact_figures, rows_behind, whole_inputs


@dataclass(frozen=True)
class SinceLastMonth:
    """Hold what became of whom a stock counts between two month ends; `reason` says why that cannot be told.

    `corrected` is False where the month's rows do not reach back to the month end before: then what was put in later
    counts as started, and what was taken out as ended.
    """

    indicator: str
    before: date
    month: date
    courses: tuple[Course, ...] = ()
    corrected: bool = True
    reason: str = ""

    @property
    def whole(self) -> Bridge:
        """Return how the whole number came about."""
        return bridges(self.courses, "")[0]

    @property
    def started(self) -> list[Course]:
        """Return those who started."""
        return [course for course in self.courses if course.started]

    @property
    def ended(self) -> list[Course]:
        """Return those who ended."""
        return [course for course in self.courses if course.ended]

    def to_json(self) -> dict:
        """Return the shape that others rely on."""
        kinds = [KIND] if parts_of(indicator_called(self.indicator).argument.stock)[1] else []
        bridged = {f"by_{by}": [asdict(bridge) for bridge in bridges(self.courses, by)] for by in (TEAM, *kinds)}
        whole = asdict(self.whole)
        del whole["group"]
        return whole | bridged | {"corrected": self.corrected, "reason": self.reason}


def since_last_month(store: Store, reader: Reader, indicator: Indicator, authority: str, month: date) -> SinceLastMonth:
    """Return what became of whom a stock counts since the month end before.

    Raises:
        Mendable: where the reader may not see rows of extracts.
    """
    reader.must(Act.ROWS)
    month_before = month_end_before(month)
    opening, closing = exact_figures(store, reader, [indicator], authority, [month_before, month])
    since = SinceLastMonth(indicator.id, month_before, month, reason=_why_not(opening) or _why_not(closing))
    if since.reason:
        return since
    (_, loads), *_ = whole_inputs(store, reader, [indicator], authority, month)
    corrected = _reaches(store, reader, loads, month_before)
    published = rows_behind(store, reader, indicator, authority, month_before).assign(day="then")
    recounted = store.ask(
        reader,
        f"""
        select subject, child_id, team, case when day = $month then 'now' else 'known' end as day
        from ({days_query(indicator, [month_before, month], loads)}) as counted
        where numerator > 0 and denominator > 0
        """,
        month=month,
    )
    kinds = _kinds(store, reader, indicator, authority, [month_before, month])
    counted = published.loc[(published["numerator"] > 0) & (published["denominator"] > 0)]
    rows = [*counted.to_dict("records"), *recounted.to_dict("records")]
    return SinceLastMonth(
        indicator.id, month_before, month, _courses(rows, kinds, month_before, month, corrected), corrected
    )


def _why_not(figure: Figure) -> str:
    """Say why nobody can be followed from or to a month: there is no figure, or no list behind it."""
    if figure.counted_from == AGGREGATES:
        return f"The figure of {figure.month:%B %Y} was given already counted, so there is no list behind it."
    return figure.reason if figure.value is None else ""


def _reaches(store: Store, reader: Reader, loads: Sequence[int], month_before: date) -> bool:
    """Tell whether loads are whole from the month end before on."""
    rows = store.ask(
        reader,
        """
        select count(*) filter (where whole_from > $before) as too_short
        from ledger.loads
        where list_contains($loads, load)
        """,
        loads=[int(load) for load in loads],
        before=month_before,
    )
    return int(rows.loc[0, "too_short"]) == 0


def _courses(
    rows: Sequence[dict], kinds: dict[tuple[date, str], str], month_before: date, month: date, corrected: bool
) -> tuple[Course, ...]:
    """Put together what was published and what is known now of each child."""
    by_subject: dict[str, dict[str, dict]] = {}
    for row in rows:
        by_subject.setdefault(row["subject"], {})[row["day"]] = row
    courses = [_course(days, kinds, month_before, month, corrected) for _, days in sorted(by_subject.items())]
    return tuple(course for course in courses if course.then or course.known or course.now)


def _course(
    days: dict[str, dict], kinds: dict[tuple[date, str], str], month_before: date, month: date, corrected: bool
) -> Course:
    """Follow one child; of a month end before of which nothing was published the teams of now are taken."""
    then, is_now = "then" in days, "now" in days
    any_day = next(iter(days.values()))
    child = any_day["child_id"]

    def standing(*order: str) -> dict[str, str]:
        """Return the team and kind of the first of these days on which the child was counted."""
        day = next(name for name in (*order, *days) if name in days)
        team = days[day]["team"]
        at = month_before if day == "then" else month
        return {TEAM: team if isinstance(team, str) else NOT_KNOWN, KIND: kinds.get((at, child), NOT_KNOWN)}

    is_known = "known" in days if corrected else then
    return Course(
        any_day["subject"], child, then, is_known, is_now, standing("then", "known"), standing("now", "known")
    )


def _kinds(
    store: Store, reader: Reader, indicator: Indicator, authority: str, months: Sequence[date]
) -> dict[tuple[date, str], str]:
    """Return of what kind each child is in each month's rows: by the record that is open, else by the latest.

    Of several that began on one day it is the one that runs longest, and of these the one with the greater identifier.
    """
    extract, column = parts_of(indicator.argument.stock)
    if not column:
        return {}
    declared = all_extracts()[extract]
    begins, ends = declared.open_between
    rows = store.ask(
        reader,
        f"""
        select
            known.month,
            rows.child_id,
            latest(
                rows.{column},
                (
                    open_on(rows.{begins}, rows.{ends}, known.month),
                    rows.{begins},
                    coalesce(rows.{ends}, date '9999-12-31')
                ),
                rows.{declared.key[-1]}::varchar
            ) as kind
        from loads_known($moment) as known
        join uploaded.{extract} as rows on rows.load = known.load
        where known.extract = $extract and known.authority = $authority and list_contains($months, known.month)
            and rows.{column} is not null
        group by known.month, rows.child_id
        """,
        extract=extract,
        authority=authority,
        months=list(months),
        moment=end_of(None),
    )
    words = kinds_in_words(indicator.argument.stock)
    return {
        (row["month"].date(), row["child_id"]): words.get(str(row["kind"]), str(row["kind"]))
        for row in rows.to_dict("records")
    }
