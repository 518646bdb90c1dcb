"""WHAT PEOPLE SEE. The only room that knows Streamlit."""
