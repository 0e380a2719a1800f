"""The older library of Google: a model object that is handed text goes to another vendor too."""

from __future__ import annotations

import pytest

from tests.remedy.conftest import Mend, reasons

APP = """
import google.generativeai as genai

model = genai.GenerativeModel(BUILT)

def main(text: str, more=None):
    said = f"Answer: {text}"
    return model.generate_content(SENT).text

if __name__ == "__main__":
    main("x")
"""
NAME = '"gemini-2.5-flash"'


def app(sent: str, built: str = NAME) -> dict[str, str]:
    return {"app.py": APP.replace("SENT", sent).replace("BUILT", built)}


@pytest.mark.parametrize(
    ("sent", "built"),
    [
        ("said", NAME),
        ("contents=said", NAME),
        ("[said, 'Be brief.']", f"model_name={NAME}"),
        ("said, generation_config={'max_output_tokens': 9}", NAME),
        ("said, stream=False", f"{NAME}, generation_config={{'temperature': 0}}"),
        ("said, safety_settings=more", NAME),
    ],
)
def test_text_goes_to_another_vendor(mend_tree: Mend, sent: str, built: str) -> None:
    mended = mend_tree(app(sent, built), "openai", checks=("no-fallback",))
    assert reasons(mended) == []
    assert f"return content_or_openai(model, {sent}).text" in mended.after["app.py"]
    compile(mended.after["app.py"], "app.py", "exec")


NOT_TEXT = "contents is not seen to be text alone"


@pytest.mark.parametrize(
    ("sent", "built", "reason"),
    [
        ("more", NAME, NOT_TEXT),
        ("[said, more]", NAME, NOT_TEXT),
        ("contents=[{'parts': more}]", NAME, NOT_TEXT),
        ("said, more", NAME, "the call has arguments without names"),
        ("said, stream=True", NAME, "another vendor takes stream in another form"),
        ("said, tools=more", NAME, "another vendor takes tools in another form"),
        (
            "said, generation_config=more",
            NAME,
            "what is in more is not all to be seen",
        ),
        (
            "said, generation_config={'response_mime_type': 'application/json'}",
            NAME,
            "another vendor takes response_mime_type in another form",
        ),
        (
            "said",
            f"{NAME}, system_instruction='Be brief.'",
            "what asks is built with system_instruction, which others would not get",
        ),
        (
            "said",
            f"{NAME}, generation_config={{'response_mime_type': 'application/json'}}",
            "what asks is built with response_mime_type, which others would not get",
        ),
        (
            "said",
            f"{NAME}, generation_config=CONFIG",
            "what is in generation_config is not all to be seen",
        ),
        ("said", f"**dict(model_name={NAME})", None),
    ],
)
def test_what_others_would_not_get_stays(
    mend_tree: Mend, sent: str, built: str, reason: str | None
) -> None:
    mended = mend_tree(app(sent, built), "openai", checks=("no-fallback",))
    assert mended.patches == ()
    assert reason is None or reasons(mended) == [reason]


def test_a_model_that_comes_from_elsewhere_stays(mend_tree: Mend) -> None:
    code = APP.replace("BUILT", NAME).replace("SENT", "said")
    code = code.replace("import google", "from made import model\nimport google")
    code = code.replace(f"model = genai.GenerativeModel({NAME})", "")
    made = """
        import os

        import google.generativeai as genai

        model = genai.GenerativeModel("gemini-2.5-flash", tools=[os.getcwd])
        """
    mended = mend_tree({"app.py": code, "made.py": made}, "openai", checks=("no-fallback",))
    assert mended.patches == ()
    assert reasons(mended) == ["what asks is built with tools, which others would not get"]


def test_a_chat_stays(mend_tree: Mend) -> None:
    chat = APP.replace("BUILT", NAME).replace(
        "model.generate_content(SENT)", "model.start_chat().send_message(said)"
    )
    mended = mend_tree({"app.py": chat}, "openai", checks=("no-fallback",))
    assert mended.patches == ()
