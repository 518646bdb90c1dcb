"""Compared with others."""

from pages.kit.benchmarking.comparison_choice import lent_neighbours
from pages.kit.benchmarking.releases import load_releases
from pages.kit.frame.choices import chosen
from pages.kit.indicator.benchmarks import beside_others

choices = chosen()
lent_neighbours(choices)
beside_others(choices)
load_releases()
