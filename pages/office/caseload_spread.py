"""Caseloads, worker by worker."""

from pages.kit.caseloads.caseload_spread import choose_weights, held_now, how_they_are_spread, in_groups, over_a_year
from pages.kit.frame.choices import chosen

now = chosen()
held = held_now(now)
weights = choose_weights()
how_they_are_spread(now, held, weights)
in_groups(now, held, weights)
over_a_year(now, weights)
