"""What figures, trends, targets and changes are called: sentences for browser, terminal and paper; no Streamlit."""
