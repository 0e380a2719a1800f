"""Tasks, jobs, handlers and consumers that run in the background are entry points."""

from __future__ import annotations

from tests.linker.modules import CALL, LLM
from tests.linker.reading import AuditTree, kinds, workflows


def test_a_background_task_belongs_to_the_route_that_starts_it(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "llm.py": LLM,
            "app.py": """
                from fastapi import BackgroundTasks, FastAPI

                from llm import ask

                app = FastAPI()


                @app.post("/later")
                async def later(tasks: BackgroundTasks):
                    tasks.add_task(ask, "hello")
                    return {"queued": True}
            """,
        }
    )
    assert workflows(report) == {"POST /later": CALL}


def test_a_task_is_an_entry_point_and_belongs_to_the_route_that_queues_it(
    audit_tree: AuditTree,
) -> None:
    report = audit_tree(
        {
            "llm.py": LLM,
            "tasks.py": """
                from celery import Celery, shared_task

                from llm import ask

                celery = Celery("desk")


                @celery.task(bind=True, max_retries=3)
                def summarise(self, text):
                    return ask(text)


                @shared_task(name="desk.label")
                def label(text):
                    return ask(text)
            """,
            "app.py": """
                from flask import Flask

                from tasks import label, summarise

                app = Flask(__name__)


                @app.post("/summaries")
                def start():
                    summarise.delay("text")
                    return "queued", 202


                @app.post("/labels")
                def start_label():
                    label.apply_async(args=["text"], countdown=5)
                    return "queued", 202
            """,
        }
    )
    assert workflows(report) == {
        "task summarise": CALL,
        "task desk.label": CALL,
        "POST /summaries": CALL,
        "POST /labels": CALL,
    }
    assert kinds(report)["task summarise"] == "task"


def test_jobs_of_a_scheduler_are_entry_points(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "llm.py": LLM,
            "jobs.py": """
                from apscheduler.schedulers.background import BackgroundScheduler

                from llm import ask

                scheduler = BackgroundScheduler()


                def digest():
                    ask("digest")


                @scheduler.scheduled_job("cron", hour=3)
                def nightly():
                    ask("nightly")


                def start():
                    scheduler.add_job(digest, "interval", minutes=5, id="digest-job")
                    scheduler.start()
            """,
        }
    )
    assert workflows(report) == {"job digest-job": CALL, "job nightly": CALL}
    assert set(kinds(report).values()) == {"schedule"}


def test_a_lambda_handler_is_an_entry_point(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "llm.py": LLM,
            "functions/reply/app.py": """
                from llm import ask


                def lambda_handler(event, context):
                    return {"statusCode": 200, "body": ask(event["body"])}
            """,
        }
    )
    assert workflows(report) == {"lambda functions.reply.app": CALL}
    assert kinds(report) == {"lambda functions.reply.app": "event"}


def test_listeners_of_a_slack_application_are_entry_points(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "llm.py": LLM,
            "bot.py": """
                import os

                from slack_bolt import App

                from llm import ask

                app = App(token=os.environ["SLACK_BOT_TOKEN"])


                @app.event("app_mention")
                def mentioned(event, say):
                    say(ask(event["text"]))


                @app.command("/ask")
                def asked(ack, command, say):
                    ack()
                    say(ask(command["text"]))


                if __name__ == "__main__":
                    app.start(port=3000)
            """,
        }
    )
    assert workflows(report) == {"Slack event app_mention": CALL, "Slack /ask": CALL}
    assert set(kinds(report).values()) == {"bot"}


def test_a_long_running_consumer_is_reached_from_its_main_block(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "llm.py": LLM,
            "consumer.py": """
                import json

                from kafka import KafkaConsumer

                from llm import ask


                class Worker:
                    def __init__(self, topic):
                        self.consumer = KafkaConsumer(topic)
                        self.handlers = {"reply": self.reply}

                    def run(self):
                        for record in self.consumer:
                            event = json.loads(record.value)
                            handler = self.handlers.get(event["type"])
                            if handler is None:
                                continue
                            handler(event)

                    def reply(self, event):
                        ask(event["text"])


                if __name__ == "__main__":
                    Worker("tickets").run()
            """,
        }
    )
    assert workflows(report) == {"python consumer.py": CALL}


def test_a_command_of_a_list_is_one_call_of_its_job(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "Taskfile.yml": """
                version: "3"
                tasks:
                  try:
                    cmds:
                      - echo start
                      - |
                        curl https://api.openai.com/v1/chat/completions \\
                          -d '{"model": "gpt-4o", "messages": []}'
                      - task: footer
            """,
        }
    )
    assert [(call.path, call.models) for call in report.calls] == [("Taskfile.yml", ("gpt-4o",))]
    assert workflows(report) == {"job try": ["Taskfile.yml:7"]}
