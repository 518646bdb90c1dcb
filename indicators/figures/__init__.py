"""Figures: read for any months, by group, as lists of people, and kept safe where numbers are small."""
