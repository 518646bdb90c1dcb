"""The audit log as it is looked at: whether it is whole, who read what, and what was handed out. No child is in it."""
