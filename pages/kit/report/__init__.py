"""The committee report on its page: for whom it is, what officers write of it, and the files that come of both."""
