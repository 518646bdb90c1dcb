"""Measured, then claimed: each script prints a time and, in the same run, the plain floor beside it."""
