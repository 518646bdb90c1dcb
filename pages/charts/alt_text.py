"""The text of a picture: whole sentences, and no more of them than are heard in one breath."""

MOST_WORDS = 30


def in_breath(*sentences: str) -> str:
    """Return sentences in their order, as many as are at most 30 words; the first is cut where it is longer."""
    words = sentences[0].split()
    if len(words) > MOST_WORDS:
        return f"{' '.join(words[: MOST_WORDS - 1])} …"
    for sentence in sentences[1:]:
        if len(words) + len(sentence.split()) > MOST_WORDS:
            break
        words += sentence.split()
    return " ".join(words)
