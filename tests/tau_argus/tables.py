"""Tables that both can take: counts by team within service, and three indicators that add up, by age."""

from dataclasses import dataclass

import numpy as np

from indicators.disclosure.pack import Pack
from tests.indicators.disclosure.packs import by_group, count, packed
from tests.indicators.disclosure.test_suppression import SIZES, TEAMS

KINDS = ("teams within services", "indicators that add up")
MANY = 15
"""Tables of each kind."""
PARTS = ("x", "y", "z")
Name = tuple[str, str, str]
"""The indicator, breakdown and group of a figure."""


@dataclass(frozen=True)
class Table:
    """Hold a table as ours and as τ-Argus takes it, and which of our figures each of its cells is."""

    pack: Pack
    theirs: dict
    figure_of: dict[tuple[str, ...], Name]


def table(kind: str, seed: int) -> Table:
    """Return an invented table of a kind, in which many counts are small."""
    dice = np.random.default_rng(seed)
    return _teams(dice) if kind == KINDS[0] else _indicators(dice)


def _teams(dice: np.random.Generator) -> Table:
    many = {team: int(dice.choice(SIZES)) for team in TEAMS}
    services = {service: [team for team in TEAMS if TEAMS[team] == service] for service in sorted(set(TEAMS.values()))}
    whole = count("x", sum(many.values()))
    parts = by_group("team", whole, {team: count("x", number) for team, number in many.items()})
    of_service = {service: count("x", sum(many[team] for team in teams)) for service, teams in services.items()}
    pack = packed([*parts, *by_group("service", whole, of_service)[1:]], service_of=TEAMS)
    levels = [line for service, teams in services.items() for line in ((service, 0), *((team, 1) for team in teams))]
    theirs = {"dimensions": ["team"], "cells": [*many.items()], "hierarchies": {"team": levels}}
    figure_of: dict = {("Total",): ("x", "", "")} | {(team,): ("x", "team", team) for team in many}
    return Table(pack, theirs, figure_of | {(service,): ("x", "service", service) for service in services})


def _indicators(dice: np.random.Generator) -> Table:
    ages = ("young", "middle", "old", "grown")
    many = {(part, age): int(dice.choice(SIZES)) for part in PARTS for age in ages}
    figures = []
    for name in (*PARTS, "all"):
        of_age = {age: sum(many[part, age] for part in PARTS if name in (part, "all")) for age in ages}
        figures += by_group(
            "age", count(name, sum(of_age.values())), {age: count(name, n) for age, n in of_age.items()}
        )
    pack = packed(figures, "numerator + y.numerator + z.numerator = all.numerator")
    cells = [[*place, number] for place, number in many.items()]
    names = {"Total": "all"} | {part: part for part in PARTS}
    figure_of = {
        (code, age): (name, "" if age == "Total" else "age", "" if age == "Total" else age)
        for code, name in names.items()
        for age in ("Total", *ages)
    }
    return Table(pack, {"dimensions": ["kind", "age"], "cells": cells, "hierarchies": {}}, figure_of)
