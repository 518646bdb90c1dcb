"""One child: every indicator that the child counts in, how, and every record that is held of the child for a month."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from data.access import Act, Reader
from data.extracts import all_extracts
from data.store.store import Store
from indicators.engine.catalogue import all_indicators
from indicators.engine.declaration import Indicator
from indicators.engine.measure import KNOWN_INPUTS, measure_on_demand
from indicators.figures.measured_figures import given_for, let_in, measured


@dataclass(frozen=True)
class Counted:
    """Hold one subject of one indicator that is about a child."""

    indicator: str
    subject: str
    team: str | None
    numerator: float
    denominator: float
    due_on: date | None

    def to_json(self) -> dict:
        """Return the shape that others rely on."""
        return vars(self) | {"due_on": None if self.due_on is None else f"{self.due_on:%Y-%m-%d}"}


def counts_in(
    store: Store, reader: Reader, indicators: Sequence[Indicator], authority: str, month: date, child_id: str
) -> list[Counted]:
    """Return where a child stands in the figures of a month, in the order of the indicators.

    `child_id` is the authority's own identifier, or the pseudonym that a list shows.
    Whoever may see lists of some teams is told where the child stands with these.

    Raises:
        Mendable: where the reader may not see lists of children.
    """
    reader.must_somewhere(Act.LISTS)
    let_in(reader, authority)
    measure_on_demand(store, indicators, authority, [month])
    rows = store.ask(
        reader,
        f"""
        select inputs.indicator, rows.subject, rows.team, rows.numerator, rows.denominator, rows.due_on
        from ({KNOWN_INPUTS}) as inputs
        {measured(None)}
        join measured.rows as rows on rows.measurement = measurements.measurement
        where inputs.authority = $authority and list_contains($months, inputs.month) and rows.child_id = $child_id
        order by rows.subject
        """,
        **given_for(indicators, authority, [month], None),
        child_id=store.pseudonyms.sought(authority, "child", child_id),
    )
    places = {indicator.id: (place, indicator.service) for place, indicator in enumerate(indicators)}
    rows = rows.astype(object).where(rows.notna(), None)
    counted = [Counted(**row | {"due_on": row["due_on"] and row["due_on"].date()}) for row in rows.to_dict("records")]
    seen = [one for one in counted if reader.may_of(Act.LISTS, places[one.indicator][1], one.team or "")]
    return sorted(seen, key=lambda one: places[one.indicator])


def records_held(store: Store, reader: Reader, authority: str, month: date, child_id: str) -> dict[str, int]:
    """Return how many rows of each extract of a month are about a child; extracts without any are left out.

    Whoever may see lists of some teams is told it of the children of these.

    Raises:
        Mendable: where the reader may not see lists of children.
    """
    reader.must_somewhere(Act.LISTS)
    indicators = list(all_indicators().values())
    if not reader.may(Act.ROWS) and not counts_in(store, reader, indicators, authority, month, child_id):
        return {}
    about = [name for name, declared in all_extracts().items() if "child_id" in declared.column_names]
    counts = " union all ".join(
        f"select '{name}' as extract, load from uploaded.{name} where child_id = $child_id" for name in about
    )
    rows = store.ask(
        reader,
        f"""
        select held.extract, count(*) as rows
        from ({counts}) as held
        join loads_known(timestamp '9999-01-01') as known on known.load = held.load and known.extract = held.extract
        where known.authority = $authority and known.month = $month
        group by held.extract
        order by held.extract
        """,
        authority=authority,
        month=month,
        child_id=store.pseudonyms.sought(authority, "child", child_id),
    )
    return {str(row["extract"]): int(row["rows"]) for row in rows.to_dict("records")}
