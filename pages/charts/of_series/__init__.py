"""Series of figures as they are drawn: the lines declared of them, and the words that say the same."""
