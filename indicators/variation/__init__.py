"""Variation: whether a series changes by more than chance, and whether it will meet its target."""
