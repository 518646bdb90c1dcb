"""Figures that the Department for Education publishes, read as they come: each release is kept beside the others."""
