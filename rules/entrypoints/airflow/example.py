from datetime import datetime

from airflow import DAG
from airflow.decorators import dag, task
from airflow.models import BaseOperator
from airflow.operators.python import PythonOperator


def fetch():
    return "text"


def shorten(text):
    return text[:100]


# entry: kind=graph title=dag daily_digest
@dag(schedule="@daily", start_date=datetime(2026, 1, 1))
def daily_digest():
    # entry: kind=task title=task summarize
    @task
    def summarize(text):
        return shorten(text)

    # entry: kind=task title=task choose
    @task.branch(task_id="choose")
    def pick(text):
        return "summarize"

    pick(summarize(fetch()))


daily_digest()


class SummaryOperator(BaseOperator):
    def __init__(self, text, **kwargs):
        super().__init__(**kwargs)
        self.text = text

    # entry: kind=task title=operator SummaryOperator
    def execute(self, context):
        return shorten(self.text)


with DAG("classic", start_date=datetime(2026, 1, 1)) as classic:
    # entry: kind=task title=task fetch_text
    first = PythonOperator(task_id="fetch_text", python_callable=fetch)
    second = SummaryOperator(task_id="sum", text="x")
    first >> second
