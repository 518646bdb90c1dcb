"""Bytes become tables of text, in a process of its own: nothing here knows pandas, the store or what is measured."""
