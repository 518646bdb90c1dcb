"""A document in the formats that committees are sent: Word, PDF and HTML, each by a library of its own."""
