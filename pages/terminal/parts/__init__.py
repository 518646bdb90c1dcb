"""The parts of any command: its options and arguments, the store it works on, records, findings and where it speaks."""
