"""Caseloads on a page: month by month, worker by worker, team by team, and what it would take."""
