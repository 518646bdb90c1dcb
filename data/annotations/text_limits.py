"""What officers write, as it may be kept: on one line, neither empty nor endless."""

from data.errors import Mendable

LONGEST = 400


def sentence(words: str, remedy: str, longest: int = LONGEST) -> str:
    """Return what was said on one line without spare spaces.

    Raises:
        Mendable: with the remedy, where nothing was said; or where it is too long.
    """
    text = " ".join(words.split())
    if not text:
        raise Mendable(remedy)
    if len(text) > longest:
        raise Mendable(f'"{text[:30]}…" has {len(text)} characters. Say it in {longest} or fewer.')
    return text
