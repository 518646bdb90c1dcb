"""Stores that earlier versions of the program made, and what they read."""
