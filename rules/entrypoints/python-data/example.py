import pandas as pd
from datasets import load_dataset
from pyspark.sql.functions import udf
from pyspark.sql.types import StringType
from tqdm.contrib.concurrent import thread_map


def summarize(text):
    return text[:10]


# entry: kind=task title=udf label
@udf(returnType=StringType())
def label(text):
    return summarize(text)


def tidy(frame: pd.DataFrame) -> pd.DataFrame:
    frame["short"] = frame["text"].apply(summarize)
    frame["name"] = frame["name"].apply(str.strip)
    return frame


def run(texts):
    data = load_dataset("notes", split="train").map(lambda row: {"short": summarize(row["text"])})
    return data, thread_map(summarize, texts, max_workers=8)
