"""The engine: a definition is read, bound to published rows, and measured for any months."""
