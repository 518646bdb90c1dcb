"""What is public is read once and kept until the store is changed: pages and reports ask for it a hundred times."""

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

Answer = TypeVar("Answer")


class PublicAnswers:
    """Keep answers that are the same for every reader; what another process may change at any time is not kept."""

    def __init__(self, others_write: bool = False):
        """Begin with none; `others_write` says that other processes change the store, too."""
        self._others_write = others_write
        self._answers: dict[Hashable, Any] = {}

    def kept(self, key: Hashable, read: Callable[[], Answer]) -> Answer:
        """Return what is kept under a key, or read it: by whoever asks first, and at worst by two who ask at once."""
        answers = self._answers  # of this moment: what is read while somebody changes the store is kept with the past
        if self._others_write:
            return read()
        if key not in answers:
            answers[key] = read()
        return answers[key]

    def forget(self) -> None:
        """Forget all of it, since the store was changed."""
        self._answers = {}
