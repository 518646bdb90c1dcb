"""Identities: the one table that leads from pseudonyms back to people, and who may ask it, for what reason."""
