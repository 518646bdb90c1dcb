"""Compared with others."""

from pages.kit import frame, words
from pages.kit.choices import chosen
from pages.kit.compared import lent_neighbours
from pages.kit.others import beside_others
from pages.kit.releases import load_releases

TITLE = "Compared with others"

now = chosen()
if now is None:
    frame.nothing_published(TITLE)
else:
    frame.masthead(TITLE, now.place, words.month(now.month), now.later)
    lent_neighbours(now)
    beside_others(now)
load_releases()
