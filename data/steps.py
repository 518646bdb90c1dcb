"""How far a piece of work has come, told step by step to whoever waits for it."""

from collections.abc import Callable

Listener = Callable[[str, float], object]
"""Takes a step in words, and the share of the work that is done when the step begins, from 0 to 1."""


def silent(_step: str, _done: float) -> None:
    """Tell nobody: for work that nobody waits for."""
