"""What officers write, as it may be kept: on one line, neither empty nor endless."""

from data.errors import Mendable

LONGEST = 400


def sentence(said: str, remedy: str, longest: int = LONGEST) -> str:
    """Return what was said on one line without spare spaces.

    Raises:
        Mendable: with the remedy, where nothing was said; or where it is too long.
    """
    told = " ".join(said.split())
    if not told:
        raise Mendable(remedy)
    if len(told) > longest:
        raise Mendable(f'"{told[:30]}…" has {len(told)} characters. Say it in {longest} or fewer.')
    return told
