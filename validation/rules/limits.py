"""From how much on a file is questioned: the one place for limits of what differs from other files."""

SWING = 0.3
"""The share of the month before by which the number of rows may rise or fall."""
ENOUGH_ROWS = 20
"""Rows from which such a share says anything."""
FAR_ABOVE = 4
"""How many times the highest number of the month before a number may be."""
TAKEN_AWAY = 0.1
"""The share of the children published for a month that a file for the same month may leave out."""
TAKEN_AWAY_CHILDREN = 5
"""Children that it may leave out, whatever their share."""
