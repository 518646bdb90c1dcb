"""What people see on a terminal: the command line, a file for each group of commands. It does not know Streamlit."""
