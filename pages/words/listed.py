"""Names joined in a sentence; of its own, so that the first paint need not wait for the rest of the wording."""


def listed(names: list[str]) -> str:
    """Join names: a, b and c."""
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)
