"""Decorators and retriers run the functions that they stand around."""

from __future__ import annotations

from tests.linker.modules import ANY_MODEL
from tests.linker.reading import AuditTree, only, openai, workflows


def test_a_function_counts_as_run_below_its_retry_wrapper(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "retry.py": """
                import functools
                import time


                def retry(times=3, wait=1.0):
                    def decorate(function):
                        @functools.wraps(function)
                        def run(*args, **kwargs):
                            for attempt in range(times):
                                try:
                                    return function(*args, **kwargs)
                                except Exception:
                                    time.sleep(wait)
                            raise RuntimeError("gave up")

                        return run

                    return decorate
            """,
            "app.py": """
                from flask import Flask
                from openai import OpenAI

                from retry import retry

                app = Flask(__name__)


                class Writer:
                    @retry(times=5)
                    def write(self, prompt, model):
                        return OpenAI().responses.create(model=model, input=prompt)


                @app.get("/")
                def index():
                    return Writer().write("hello", model="gpt-4o-mini")
            """,
        }
    )
    assert workflows(report) == {"GET /": ["app.py:12"]}
    assert only(report) == openai("gpt-4o-mini")


def test_a_decorator_written_as_a_class_runs_what_it_decorates(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from openai import OpenAI


                class logged:
                    def __init__(self, function):
                        self.function = function

                    def __call__(self, *args):
                        print("call")
                        return self.function(*args)


                @logged
                def ask(model, prompt):
                    return OpenAI().responses.create(model=model, input=prompt)


                if __name__ == "__main__":
                    ask("gpt-4o", "hello")
            """
        }
    )
    assert workflows(report) == {"python app.py": ["app.py:15"]}
    assert only(report) == openai("gpt-4o")


def test_a_decorator_of_a_library_does_not_hide_the_function(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from functools import lru_cache

                from flask import Flask
                from openai import OpenAI
                from tenacity import retry, stop_after_attempt

                app = Flask(__name__)


                @retry(stop=stop_after_attempt(3))
                @lru_cache
                def ask(model, prompt):
                    return OpenAI().responses.create(model=model, input=prompt)


                @app.get("/")
                def index():
                    return ask("gpt-4o", "hello")
            """
        }
    )
    assert workflows(report) == {"GET /": ["app.py:13"]}
    assert only(report) == openai("gpt-4o")


def test_a_retrier_that_is_called_with_the_function_runs_it(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "llm.py": ANY_MODEL,
            "app.py": """
                from tenacity import Retrying, stop_after_attempt

                from llm import ask

                if __name__ == "__main__":
                    Retrying(stop=stop_after_attempt(3))(ask, "hello", model="gpt-4o-mini")
            """,
        }
    )
    assert workflows(report) == {"python app.py": ["llm.py:7"]}
