"""Caseloads, worker by worker."""

from pages.kit.caseloads.caseload_spread import choose_weights, held_now, how_they_are_spread, in_groups, over_a_year
from pages.kit.frame.choices import chosen

choices = chosen()
spread = held_now(choices)
weights = choose_weights()
how_they_are_spread(choices, spread, weights)
in_groups(choices, spread, weights)
over_a_year(choices, weights)
