"""What stands around every page: who reads, what is chosen, what is read once and kept, and the contents."""
