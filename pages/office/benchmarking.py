"""Compared with others."""

from pages.kit.benchmarking.comparison_choice import lent_neighbours
from pages.kit.benchmarking.releases import load_releases
from pages.kit.frame.choices import chosen
from pages.kit.indicator.benchmarks import beside_others

now = chosen()
lent_neighbours(now)
beside_others(now)
load_releases()
