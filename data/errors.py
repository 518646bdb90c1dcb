"""What can go wrong that a person can put right."""


class Mendable(Exception):
    """Say where something is wrong, what was found and what to do, in one sentence for a person."""
