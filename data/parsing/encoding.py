"""Bytes become letters: which encoding a csv is in, by its bytes alone, and what of it is in another one."""

import re
from collections.abc import Iterator
from contextlib import suppress

from data.errors import Mendable

MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
"""Marks that some programs put first, and the encoding that they say."""
LOST = "\ufffd"
"""Stands for what is no letter in the encoding of its file; no value that holds it is taken."""
SEVERAL_BYTES = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]"
    rb"|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2}"
)
"""A letter that is written in several bytes in UTF-8; no word in Windows-1252 looks so but by a rare accident."""
LIKE_UTF_8 = re.compile(rb"\xe2\x80[\x80-\xbf]|\xc3[\x80-\xbf]|\xc2[\xa0-\xbf]")
"""The commonest of them, which no word in Windows-1252 holds."""
OF_A_MAC = re.compile(rb"(?<=[a-z])[\x81-\x84\x86-\x90\x98\x9b\x9d\xc0-\xd6\xd8-\xde]")
"""Letters of Mac Roman within or after a small-lettered word, where Windows-1252 has capitals, signs or nothing."""
OF_WINDOWS = re.compile(rb"(?<=[a-z])[\xdf-\xf6\xf8-\xff]")
"""Small letters of Windows-1252 within such a word, where Mac Roman has capitals and signs."""
ASCII = bytes(range(128))


def decoded(file_name: str, contents: bytes) -> tuple[str, list[str]]:
    """Return the text of a file, and notes on how it was read; what is in another encoding than the rest is `LOST`.

    Raises:
        Mendable: where the bytes are in no encoding that a csv comes in.
    """
    for mark, encoding in MARKS.items():
        if contents.startswith(mark):
            if encoding == "utf-16":
                return _wholly(file_name, contents, encoding), ["read as UTF-16"]
            return _utf_8(contents.removeprefix(mark))
    if contents[1:2] == b"\0" and contents[0:1] != b"\0" and contents[3:4] == b"\0":
        return _wholly(file_name, contents, "utf-16-le"), ["read as UTF-16"]
    if contents[0:1] == contents[2:3] == b"\0" and contents[1:2] != b"\0":
        return _wholly(file_name, contents, "utf-16-be"), ["read as UTF-16"]
    with suppress(UnicodeDecodeError):
        text = contents.decode("utf-8")
        return text, [*_strange(text, "another encoding")]
    utf_8 = sum(1 for _ in SEVERAL_BYTES.finditer(contents))
    others = len(SEVERAL_BYTES.sub(b"", contents).translate(None, ASCII))
    if utf_8 >= others:
        return _utf_8(contents)
    if len(OF_A_MAC.findall(contents)) > len(OF_WINDOWS.findall(contents)):
        return _wholly(file_name, contents, "mac_roman"), ["read as Mac Roman"]
    pieces = LIKE_UTF_8.split(contents)
    text = LOST.join(_wholly(file_name, piece, "cp1252") for piece in pieces)
    return text, ["read as Windows-1252", *_strange(text, "UTF-8")]


def _utf_8(contents: bytes) -> tuple[str, list[str]]:
    text = contents.decode("utf-8", errors="replace")
    return text, [*_strange(text, "another encoding")]


def _strange(text: str, encoding: str) -> Iterator[str]:
    """Say that some letters are lost, and where the first of them stands."""
    if LOST in text:
        many = text.count(LOST)
        line = text.count("\n", 0, text.index(LOST)) + 1
        letters = "1 letter is" if many == 1 else f"{many:,} letters are"
        yield f"{letters} in {encoding} or damaged, first on line {line}"


def _wholly(file_name: str, contents: bytes, encoding: str) -> str:
    try:
        return contents.decode(encoding)
    except UnicodeDecodeError as error:
        raise Mendable(
            f"{file_name}: its letters are in no encoding that a csv comes in. Save it as CSV UTF-8, or as .xlsx."
        ) from error
