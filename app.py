"""The table of contents: navigation, who is reading, and the choice of authority and month."""

import streamlit as st

from data.errors import Mendable
from pages.kit import contents, frame

st.set_page_config(page_title=frame.PRODUCT, layout="wide", menu_items=frame.MENU)

# Before anything that can fail: until this call Streamlit would run a page's script by itself, without this file.
page = st.navigation(contents.pages())
frame.banner()

try:
    with st.spinner("Opening the figures…"):
        # The store and its libraries take a moment, so they come after the first paint.
        from pages.kit import choices

        choices.choose()
    page.run()
except Mendable as why:
    st.error(str(why))
