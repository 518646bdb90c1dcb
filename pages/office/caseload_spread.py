"""Caseloads, worker by worker."""

from pages.kit import frame, words
from pages.kit.caseload_spread import choose_weights, held_now, how_they_are_spread, in_groups, over_a_year
from pages.kit.choices import chosen

TITLE = "Caseloads, worker by worker"

now = chosen()
if now is None:
    frame.nothing_published(TITLE)
else:
    frame.masthead(TITLE, now.place, words.month(now.month), now.later)
    held = held_now(now)
    weights = choose_weights()
    how_they_are_spread(now, held, weights)
    in_groups(now, held, weights)
    over_a_year(now, weights)
