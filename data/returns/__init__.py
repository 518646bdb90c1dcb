"""Returns: the files of others that feed our extracts, one folder for each, its lists declared and mapped in SQL.

Dropping a folder in here is all that it takes to add one: `__init__.py` declares the lists as `RETURN`, and
`<extract>.sql` says how an extract is made of them.
"""
