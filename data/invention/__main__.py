"""Rewrite the committed sample: `python -m data.invention`."""

from data.invention.sample import write_sample

for path in write_sample():
    print(f"{path.name}: {path.stat().st_size:,} bytes")
