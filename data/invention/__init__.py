"""The invention: Example Borough's monthly extracts, made up from one seed and looking like a real authority's."""

from data.invention.place import AUTHORITY, AUTHORITY_NAME, POPULATION
from data.invention.publication import SEED, Upload, invent
from data.invention.sample import read_sample, write_extracts, write_sample
from data.invention.stories import STORIES

__all__ = [
    "AUTHORITY",
    "AUTHORITY_NAME",
    "POPULATION",
    "SEED",
    "STORIES",
    "Upload",
    "invent",
    "read_sample",
    "write_extracts",
    "write_sample",
]
