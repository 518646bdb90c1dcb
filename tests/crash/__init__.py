"""What kills, full disks, damaged files and two people at once do to a store: nothing."""
