from snowflake import cortex
from snowflake.cortex import Complete, Summarize, complete

# expect: kind=chat vendor=anthropic platform=snowflake-cortex model=claude-3-5-sonnet
complete("claude-3-5-sonnet", "Hi", session=None)

# expect: kind=chat vendor=mistral platform=snowflake-cortex model=mistral-large2
for part in Complete(model="mistral-large2", prompt="Hi", stream=True):
    print(part)

# expect: kind=completion vendor=snowflake platform=snowflake-cortex
Summarize("a long text")

# expect: kind=embedding vendor=snowflake platform=snowflake-cortex
cortex.embed_text_768("snowflake-arctic-embed-m-v1.5", "x")


def label(text):
    # expect: kind=completion vendor=snowflake platform=snowflake-cortex
    return cortex.classify_text(text, ["a", "b"])
