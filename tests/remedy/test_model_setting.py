"""A model's name that stands in many places is read from one setting."""

from __future__ import annotations

from tests.remedy.conftest import Mend, changed, reasons

APP = """
import os

import litellm

litellm.api_key = os.environ["OPENAI_API_KEY"]


def first(text):
    return litellm.completion(model="gpt-4o", messages=[text])


def second(text):
    return litellm.completion(model='gpt-4o', messages=[text])


def main(text):
    first(text)
    second(text)
    return litellm.completion(
        model="gpt-4o",  # as the others
        messages=[text],
    )


if __name__ == "__main__":
    main("x")
"""
CHECKS = ("hardcoded-model",)


def test_a_model_in_many_places_is_read_from_one_variable(mend_tree: Mend) -> None:
    mended = mend_tree({"app.py": APP}, checks=CHECKS)
    [patch] = mended.patches
    assert (patch.kind, patch.says) == ("model-setting", "read gpt-4o from OPENAI_MODEL")
    assert patch.notes == ("OPENAI_MODEL in the environment now decides which model is asked",)
    assert changed(mended) == [
        'OPENAI_MODEL = os.environ.get("OPENAI_MODEL", "gpt-4o")',
        "return litellm.completion(model=OPENAI_MODEL, messages=[text])",
        "return litellm.completion(model=OPENAI_MODEL, messages=[text])",
        "model=OPENAI_MODEL,  # as the others",
    ]


def test_it_stands_below_the_line_that_loads_the_settings(mend_tree: Mend) -> None:
    source = APP.replace(
        "import litellm\n",
        "import litellm\nfrom dotenv import load_dotenv\n\nload_dotenv()\n",
    ).replace('os.environ["OPENAI_API_KEY"]', 'os.getenv("OPENAI_API_KEY")')
    lines = mend_tree({"app.py": source}, checks=CHECKS).after["app.py"].splitlines()
    at = lines.index('OPENAI_MODEL = os.getenv("OPENAI_MODEL", "gpt-4o")')
    assert lines.index("load_dotenv()") < at < lines.index("def first(text):")


def test_files_that_share_a_module_of_settings_take_it_from_there(mend_tree: Mend) -> None:
    ask = """
    import litellm
    from desk.config import KEY

    litellm.api_key = KEY

    def {0}(text):
        return litellm.completion(model="gpt-4o", messages=[text])
    """
    tree = {
        "desk/__init__.py": "",
        "desk/config.py": 'import os\n\nKEY = os.environ["OPENAI_API_KEY"]\n',
        **{f"desk/{name}.py": ask.format(name) for name in ("one", "two", "three")},
        "app.py": """
        from desk.one import one
        from desk.two import two
        from desk.three import three

        if __name__ == "__main__":
            one("x"), two("x"), three("x")
        """,
    }
    mended = mend_tree(tree, checks=CHECKS)
    assert changed(mended, "desk/config.py") == [
        'OPENAI_MODEL = os.environ.get("OPENAI_MODEL", "gpt-4o")'
    ]
    for name in ("one", "two", "three"):
        assert changed(mended, f"desk/{name}.py") == [
            "from desk.config import KEY, OPENAI_MODEL",
            "return litellm.completion(model=OPENAI_MODEL, messages=[text])",
        ]


def test_where_no_settings_are_read_nobody_says_where_they_live(mend_tree: Mend) -> None:
    source = APP.replace('litellm.api_key = os.environ["OPENAI_API_KEY"]\n', "")
    source = source.replace("import os\n\n", "")
    mended = mend_tree({"app.py": source}, checks=CHECKS)
    assert mended.patches == ()
    assert reasons(mended) == ["app.py reads nothing from the environment: say where settings live"]


def test_a_variable_that_is_set_already_is_left_alone(mend_tree: Mend) -> None:
    tree = {"app.py": APP, ".env.example": "OPENAI_API_KEY=\nOPENAI_MODEL=gpt-4o-mini\n"}
    assert reasons(mend_tree(tree, checks=CHECKS)) == [
        "OPENAI_MODEL is a setting already: let the code read it"
    ]


def test_a_class_of_settings_gets_one_field_more(mend_tree: Mend) -> None:
    config = """
        from pydantic_settings import BaseSettings


        class Settings(BaseSettings):
            debug: bool = False
            port: int = 80  # as ever

            def shown(self):
                return self.port


        settings = Settings()
        """
    code = APP.replace("import os\n", "from config import settings\n").replace(
        'litellm.api_key = os.environ["OPENAI_API_KEY"]', "print(settings.port)"
    )
    mended = mend_tree({"app.py": code, "config.py": config}, checks=CHECKS)
    assert reasons(mended) == []
    [patch] = mended.patches
    assert patch.says == "read gpt-4o from settings.openai_model"
    assert changed(mended, "config.py") == ['openai_model: str = "gpt-4o"']
    assert "80  # as ever\n    openai_model:" in mended.after["config.py"]
    assert mended.after["app.py"].count("model=settings.openai_model,") == 3


def test_settings_that_are_made_by_a_function_are_left_alone(mend_tree: Mend) -> None:
    config = """
        from pydantic_settings import BaseSettings

        class Settings(BaseSettings):
            debug: bool = False

        def settings():
            return Settings()
        """
    code = APP.replace("import os\n", "from config import settings\n").replace(
        'litellm.api_key = os.environ["OPENAI_API_KEY"]', "print(settings().debug)"
    )
    mended = mend_tree({"app.py": code, "config.py": config}, checks=CHECKS)
    assert mended.patches == ()
    assert reasons(mended)[0].endswith(
        "reads nothing from the environment: say where settings live"
    )
