"""From how much on a file is questioned: the one place for such limits."""

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
A_WEEK = 7
"""Days before a month end from which the last event of a busy month is early."""
ENOUGH_DATES = 20
"""Dates in a month from which it is busy."""
ALMOST_ALL = 0.95
"""The share of the days of a column that are written month first, from which all of them are taken to be."""
A_FEW = 3
"""Days that have to be so written."""
FEWEST_ROWS = 3
"""Rows from which a value on the first of them alone looks like a merged cell."""
ONE_IN_A_HUNDRED = 0.01
"""The share of a file's days that may lie after its month before they tell of a later one."""
