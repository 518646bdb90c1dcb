"""WHAT WE HOLD. The bottom of the house: extracts, codes, the store, reference figures; it knows nobody above."""
