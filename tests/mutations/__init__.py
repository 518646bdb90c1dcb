"""Faults put into the program one at a time: each must be caught by a test."""
