"""Compared with others."""

from pages.kit.compared import lent_neighbours
from pages.kit.frame.choices import chosen
from pages.kit.indicator.benchmarks import beside_others
from pages.kit.releases import load_releases

now = chosen()
lent_neighbours(now)
beside_others(now)
load_releases()
