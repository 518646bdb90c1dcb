"""What can go wrong that a person can put right."""


class Mendable(Exception):
    """Say where something is wrong, what was found and what to do, in one sentence for a person."""


class Locked(Mendable):
    """Say that a store is encrypted and no key was given."""


class Held(Mendable):
    """Say who holds the store: one process may, and this one has to wait or hand its work over."""


class Crossed(Mendable):
    """Say that somebody changed the same at the same moment, and was first: nothing was kept."""


class Overtaken(Mendable):
    """Say who published or took back meanwhile what a check was made against; nothing was stored.

    `revision` is what to publish against once the difference has been looked at. `check_again` is true where the files
    have to be checked anew first, because an extract they were compared with is another one now.
    """

    def __init__(self, sentence: str, revision: int, check_again: bool):
        """Take the sentence and what can be done next."""
        super().__init__(sentence)
        self.revision = revision
        self.check_again = check_again
