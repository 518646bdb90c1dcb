"""What an analyst drops: bytes become tables of text, text becomes an extract's columns; nothing is guessed or lost."""

from data.arrivals.arrival import Arrival
from data.arrivals.file_reading import read
from data.arrivals.headings import Recognised, recognise
from data.arrivals.typed_values import UNREADABLE, typed

__all__ = ["UNREADABLE", "Arrival", "Recognised", "read", "recognise", "typed"]
