# entry: kind=main title=page example.py
import streamlit as st


def summarize(text: str) -> str:
    return text[:100]


def remember() -> None:
    st.session_state["last"] = summarize("x")


@st.cache_data
def load(name: str) -> str:
    return name


st.title("Summaries")
text = st.text_area("Text")
if st.button("Shorten", on_click=remember):
    st.write(summarize(text))
