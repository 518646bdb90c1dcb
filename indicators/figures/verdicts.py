"""What the public may be told of figures, as it was decided once: read by the very number that was decided on.

A verdict belongs to a figure with its numbers. A figure that is restated has others, and is decided anew; what it was
before keeps its verdict, and so does what is known of it on a past day.

The public is told a total where the teams in it that are hidden hide one another. Whoever knows one of them can take it
away: then what is left must still hide the others, or the total is not told to them here.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pandas as pd

from data.access import EVERY, PUBLIC, Act, Reader
from data.store.rehearsal import Readable
from indicators.engine.catalogue import all_indicators
from indicators.figures.disclosure import as_seen_by, is_safe, without_numbers
from indicators.figures.figure import SHOWN, Figure, Verdict

PRIMARY, CHANGE, SECONDARY, UNDECIDED = "primary", "change", "secondary", "undecided"
Hidden = dict[tuple[str, date], dict[str, tuple[float, float]]]
"""The numbers of teams that the public is not told, by indicator and month: who is counted, and who is not."""


def told_to(
    store: Readable,
    reader: Reader,
    figures: Sequence[Figure],
    by_parts: bool = False,
    known_on: date | None = None,
) -> list[Figure]:
    """Return exact figures as a reader may see them, having had decided what nobody decided on yet.

    Where the store has what decides, and a figure is none of those that stand or stood, nothing is told of it.

    Raises:
        Mendable: where the reader may see no figure.
    """
    reader.must(Act.AGGREGATES)
    figures = with_verdicts(store, reader, figures)
    if reader.may(Act.EXACT) and (reader.may(Act.TEAMS) or not by_parts):
        return as_seen_by(reader, figures)
    undecided = [figure for figure in figures if figure.verdict is None and figure.numerator is not None]
    if undecided and store.decide is not None:
        for authority in sorted({figure.authority for figure in undecided}):
            months = sorted({figure.month for figure in undecided if figure.authority == authority})
            store.decide(store, authority, months, by_parts, known_on)
        figures = [
            replace(figure, verdict=Verdict(UNDECIDED)) if figure.verdict is None else figure
            for figure in with_verdicts(store, reader, figures)
        ]
    if knows_some_teams(reader, figures):
        _decide_teams(store, figures, known_on)
    return without_what_tells_of_sisters(store, reader, as_seen_by(reader, figures))


def _decide_teams(store: Readable, figures: Sequence[Figure], known_on: date | None) -> None:
    """Have decided what the public may be told of the teams of these figures, where nobody decided on that yet."""
    if store.decide is None:
        return
    for authority in sorted({figure.authority for figure in figures}):
        months = sorted(
            {figure.month for figure in figures if figure.authority == authority and figure.load is not None}
        )
        if lacking := [month for month in months if not has_parts_decided(store, PUBLIC, authority, month)]:
            store.decide(store, authority, lacking, True, known_on)


def with_verdicts(store: Readable, reader: Reader, figures: Sequence[Figure]) -> list[Figure]:
    """Return figures with what was decided of them; one that was never decided on has no verdict."""
    counted = [figure for figure in figures if figure.numerator is not None]
    if not counted:
        return list(figures)
    verdicts: dict[tuple, Verdict] = {}
    for authority in {figure.authority for figure in counted}:
        of_authority = [figure for figure in counted if figure.authority == authority]
        verdicts |= _stored(store, reader, authority, of_authority)
    return [
        replace(figure, verdict=verdicts[of_figure]) if (of_figure := _key(figure)) in verdicts else figure
        for figure in figures
    ]


def has_parts_decided(store: Readable, reader: Reader, authority: str, month: date) -> bool:
    """Tell whether it was ever decided what may be told of the parts of a month's figures."""
    rows = store.ask(
        reader,
        """
        select 1
        from measured.verdicts
        where authority = $authority and month = $month and breakdown <> ''
        limit 1
        """,
        authority=authority,
        month=month,
    )
    return not rows.empty


def team_counts_shown(
    store: Readable, reader: Reader, authority: str, months: Sequence[date]
) -> dict[tuple[str, str], set[float]]:
    """Return what numbers without a denominator were ever told of teams in months, by indicator and team."""
    rows = store.ask(
        reader,
        """
        select distinct indicator, part, numerator
        from measured.verdicts
        where authority = $authority and list_contains($months, month) and breakdown = 'team'
            and denominator is null and verdict = $shown
        """,
        authority=authority,
        months=list(months),
        shown=SHOWN,
    )
    told: dict[tuple[str, str], set[float]] = {}
    for indicator, team, number in rows.itertuples(index=False, name=None):
        told.setdefault((indicator, team), set()).add(float(number))
    return told


def places_hidden(store: Readable, reader: Reader, authority: str, month: date) -> set[tuple[str, str, str]]:
    """Return what was ever hidden of a month: indicator, by what it is broken down, and group."""
    rows = store.ask(
        reader,
        """
        select distinct indicator, breakdown, part
        from measured.verdicts
        where authority = $authority and month = $month and verdict <> $shown
        """,
        authority=authority,
        month=month,
        shown=SHOWN,
    )
    return set(rows.itertuples(index=False, name=None))


def places_rest_hidden(store: Readable, reader: Reader, authority: str, month: date) -> set[tuple[str, str, str]]:
    """Return of what of a month it was ever hidden how many are not yet due."""
    rows = store.ask(
        reader,
        """
        select distinct indicator, breakdown, part
        from measured.verdicts
        where authority = $authority and month = $month and not rest_shown
        """,
        authority=authority,
        month=month,
    )
    return set(rows.itertuples(index=False, name=None))


def _stored(store: Readable, reader: Reader, authority: str, figures: Sequence[Figure]) -> dict[tuple, Verdict]:
    """Return the verdicts on an authority's months, by the figures that they are of."""
    rows = store.ask(
        reader,
        """
        select month, indicator, breakdown, part, numerator, denominator, not_yet_due, verdict, rest_shown
        from measured.verdicts
        where authority = $authority and list_contains($months, month) and list_contains($indicators, indicator)
            and list_contains($breakdowns, breakdown)
        """,
        authority=authority,
        months=sorted({figure.month for figure in figures}),
        indicators=sorted({figure.indicator for figure in figures}),
        breakdowns=sorted({figure.by for figure in figures}),
    )
    if rows.empty:
        return {}
    days = [day.date() for day in rows["month"]]
    numbers = [[_plain(value) for value in rows[name]] for name in ("numerator", "denominator", "not_yet_due")]
    names = [rows[name].tolist() for name in ("indicator", "breakdown", "part")]
    keys = zip([authority] * len(rows), days, *names, *numbers, strict=True)
    return {
        key: Verdict(why, bool(is_rest))
        for key, why, is_rest in zip(keys, rows["verdict"], rows["rest_shown"], strict=True)
    }


def _key(figure: Figure) -> tuple:
    """Return what a verdict is found by."""
    numbers = figure.numerator, figure.denominator, figure.not_yet_due
    return figure.authority, figure.month, figure.indicator, figure.by, figure.group, *map(_plain, numbers)


def _plain(value: float | None) -> float | None:
    """Return a number as it is compared; None for none."""
    return None if value is None or pd.isna(value) else float(value)


def without_what_tells_of_sisters(store: Readable, reader: Reader, figures: Sequence[Figure]) -> list[Figure]:
    """Return figures as the public sees them without those that tell a reader of some teams of another team."""
    at_stake = {place: teams for place, figure in enumerate(figures) if (teams := _own_teams(reader, figure))}
    if not at_stake:
        return list(figures)
    hidden = {
        authority: _hidden_teams(store, authority, [figures[place] for place in at_stake])
        for authority in {figures[place].authority for place in at_stake}
    }
    return [
        without_numbers(figure)
        if place in at_stake and _tells(figure, hidden[figure.authority], at_stake[place])
        else figure
        for place, figure in enumerate(figures)
    ]


def knows_some_teams(reader: Reader, figures: Sequence[Figure]) -> bool:
    """Tell whether a reader knows any of some figures exactly of some teams, and not of all."""
    return any(_own_teams(reader, figure) for figure in figures)


def _own_teams(reader: Reader, figure: Figure) -> tuple[str, ...]:
    """Return of which teams a reader knows a figure exactly that is told of more than one; nothing where of all."""
    if figure.by == "team" or figure.numerator is None or figure.indicator not in all_indicators():
        return ()
    teams = reader.teams_with(Act.TEAMS, all_indicators()[figure.indicator].service)
    return () if EVERY in teams else teams


def _tells(figure: Figure, hidden: Hidden, own: Sequence[str]) -> bool:
    """Tell whether what is left of a figure without some teams tells too much of those others that are hidden."""
    of_teams = hidden.get((figure.indicator, figure.month), {})
    others = [numbers for team, numbers in of_teams.items() if team not in own]
    if len(others) == len(of_teams) or not others:
        return False  # no team of theirs is among what is hidden, or no other is: they know no more than the public
    if figure.by == "service":
        return True
    return not all(is_safe(column, least=1) for column in zip(*others, strict=True) if any(column))


def _hidden_teams(store: Readable, authority: str, figures: Sequence[Figure]) -> Hidden:
    """Return the numbers of teams that were decided to be hidden, as they were decided on last."""
    rows = store.ask(
        PUBLIC,
        """
        select indicator, month, part, numerator, denominator
        from measured.verdicts
        where authority = $authority and list_contains($months, month) and list_contains($indicators, indicator)
            and breakdown = 'team'
        qualify row_number() over (partition by indicator, month, part order by decided_at desc) = 1
            and verdict <> $shown
        """,
        authority=authority,
        months=sorted({figure.month for figure in figures}),
        indicators=sorted({figure.indicator for figure in figures}),
        shown=SHOWN,
    )
    hidden: Hidden = {}
    for indicator, month, team, counted, out_of in rows.itertuples(index=False, name=None):
        is_share = out_of == out_of and all_indicators()[indicator].unit == "percent"
        rest = max(float(out_of) - float(counted), 0.0) if is_share else 0.0
        hidden.setdefault((indicator, month.date()), {})[team] = (float(counted), rest)
    return hidden
