"""What is hidden beside the small is enough for every attack, and hardly more than it must be."""

import numpy as np
import pytest

from indicators.disclosure.audit import audit
from indicators.disclosure.pack import Pack
from indicators.disclosure.suppression import Suppression, suppress
from indicators.figures.disclosure import is_small
from tests.indicators.disclosure.least_hidden import least_hidden
from tests.indicators.disclosure.packs import by_group, count, packed, share

WORST = 1.3
"""How many times the least possible may be hidden, over all tables that are solved exactly."""
SIZES = [0, 1, 2, 3, 5, 6, 8, 12, 20, 30, 70]
TEAMS = {"A": "S", "B": "S", "C": "S", "D": "T", "E": "T", "F": "T", "G": "U", "H": "U"}


def suppressed(pack: Pack) -> Suppression:
    """Return a pack with its small figures and what must be hidden beside them hidden."""
    shown = np.array([not is_small(figure) for figure in pack.figures])
    suppression = Suppression(pack, shown, shown.copy(), np.ones(len(shown), bool))
    assert suppress(suppression) == {}
    return suppression


def invented_table(seed: int) -> Pack:
    """Return counts by team and service, with their whole, of which many are small."""
    dice = np.random.default_rng(seed)
    many = {team: float(dice.choice(SIZES)) for team in list(TEAMS)[: dice.integers(3, len(TEAMS) + 1)]}
    services = {TEAMS[team]: 0.0 for team in many}
    for team, number in many.items():
        services[TEAMS[team]] += number
    whole = count("x", sum(many.values()))
    parts = by_group("team", whole, {team: count("x", number) for team, number in many.items()})
    parts += by_group("service", whole, {service: count("x", number) for service, number in services.items()})[1:]
    return packed(parts, service_of=TEAMS)


def invented_shares(seed: int) -> Pack:
    """Return two shares of one whole that add up with what is not known, by sex, and the number they are out of."""
    dice = np.random.default_rng(seed)
    figures = [[float(dice.choice(SIZES)) for _ in range(3)] for _ in range(3)]
    of = [sum(column) for column in zip(*figures, strict=True)]
    parts = []
    for name, numbers in zip(("x", "y", "z"), figures, strict=True):
        groups = {f"{place}": share(name, number, of[place]) for place, number in enumerate(numbers)}
        parts += by_group("sex", share(name, sum(numbers), sum(of)), groups)
    parts += by_group(
        "sex", count("all", sum(of)), {f"{place}": count("all", number) for place, number in enumerate(of)}
    )
    same = [f"{name}.denominator = all.numerator" for name in ("x", "y", "z")]
    return packed(parts, "numerator + y.numerator + z.numerator = all.numerator", *same)


@pytest.mark.parametrize("invented", [invented_table, invented_shares])
def test_nothing_hidden_is_pinned_or_narrowed_and_nothing_small_is_shown(invented):
    for seed in range(30):
        suppression = suppressed(invented(seed))
        attack = audit(suppression.pack, suppression.shown, suppression.rest_shown)
        assert (attack.pinned, attack.narrowed) == (0, 0), seed
        assert not any(
            is_small(figure) for figure, shown in zip(suppression.pack.figures, suppression.shown, strict=True) if shown
        )


def test_hardly_more_is_hidden_than_must_be():
    ours, least = 0, 0
    for seed in range(25):
        pack = invented_table(seed)
        ours += int((~suppressed(pack).shown).sum())
        least += least_hidden(pack)
    assert ours <= WORST * least, (ours, least)


def test_what_was_told_is_never_taken_back():
    pack = packed(by_group("team", count("x", 45), {"A": count("x", 3), "B": count("x", 30), "C": count("x", 12)}))
    shown = np.array([figure.numerator != 3 for figure in pack.figures])
    may_hide = np.array([figure.group != "C" for figure in pack.figures])
    suppression = Suppression(pack, shown, shown.copy(), may_hide)
    suppress(suppression)
    hidden = {figure.group for figure, is_shown in zip(pack.figures, suppression.shown, strict=True) if not is_shown}
    assert hidden == {"A", "B"}
