"""Whose figures are drawn besides our own, and under which licence."""

from data.published.dfe_publication import LICENCE, publication_of


def attribution(unit: str) -> str:
    """Name whose figures are drawn besides our own, and under which licence: those of the population, for a rate."""
    return f"Population: {publication_of('population.children').credit}. {LICENCE}" if unit == "rate" else ""
