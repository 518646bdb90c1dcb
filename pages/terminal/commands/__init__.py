"""The commands, a file for each group; what lies in this folder is there."""
