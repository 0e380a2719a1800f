"""complete("claude-3-5-sonnet", "Hi") as words."""

from snowflake.cortex import CompleteOptions
from snowflake.snowpark import Session

session = Session.builder.getOrCreate()
session.sql("select 1").collect()
options = CompleteOptions(temperature=0)


def complete(model, prompt):
    return model, prompt


def summarize(text):
    return text[:10]


complete("claude-3-5-sonnet", "Hi")
summarize("a long text")
