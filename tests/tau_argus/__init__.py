"""Ours beside τ-Argus, the statistical offices' own program: the same tables protected by both, and both attacked."""
