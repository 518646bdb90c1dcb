"""Rows, cards and tables of our own: records go in, each by a template that escapes every value, and HTML comes out."""
