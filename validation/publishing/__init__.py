"""Publishing: what was checked becomes a load, or is refused with its reasons."""
