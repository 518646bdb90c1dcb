"""The check of a return before it is sent."""
