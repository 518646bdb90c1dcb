"""Rules: what is asked of rows, by which name, and the sentence for who breaks it."""
