"""THE SAME HOUSE AGAIN: what each room promises, asked of it."""
