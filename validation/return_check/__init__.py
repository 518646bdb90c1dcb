"""The check of a return before it is sent: what DfE's validation would say today of what is published, or of files."""
