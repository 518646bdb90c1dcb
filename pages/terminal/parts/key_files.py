"""The key of a file that a command is about to write."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from data.errors import Mendable
from data.store.keys import make_key


@contextmanager
def key_for(key_file: Path | None, new_key: Path | None, own: Path | None) -> Iterator[Path | None]:
    """Give the key of a file that is about to be made; one that is made for it goes where the file is not made."""
    if key_file is not None and new_key is not None:
        raise Mendable("Say --key-file for a key that is there, or --new-key for one to be made, and not both.")
    key = make_key(new_key) if new_key is not None else there(key_file) or own
    try:
        yield key
    except BaseException:
        if new_key is not None:  # the key of no file, and in the way of the next attempt
            new_key.unlink()
        raise


def there(key_file: Path | None) -> Path | None:
    """Return a key file that is named.

    Raises:
        Mendable: where it is not there.
    """
    if key_file is not None and not key_file.is_file():
        raise Mendable(f"There is no key file {key_file}. Put the key there.")
    return key_file
