"""The words of the code have one meaning each."""

import re
from collections import Counter
from pathlib import Path

PAGE = (Path(__file__).parents[2] / "GLOSSARY.md").read_text(encoding="utf-8")
OF_THE_CODE = re.findall(r"^\| (.+?) \| (.+?) \|$", PAGE.partition("## Words of the code")[2], re.MULTILINE)[1:]


def test_each_word_of_the_code_stands_once_and_has_a_meaning():
    words = Counter(word for named, _ in OF_THE_CODE for word in named.split(", "))
    assert len(words) > 60
    assert [word for word, many in words.items() if many > 1] == []
    assert [named for named, meaning in OF_THE_CODE if len(meaning) < 10] == []
