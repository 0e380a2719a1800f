import openai
from langchain_anthropic import ChatAnthropic
from langchain_core.runnables import ConfigurableField
from langchain_openai import ChatOpenAI, OpenAIEmbeddings
from langgraph.prebuilt import ToolNode

gpt = ChatOpenAI(model="gpt-4o")
claude = ChatAnthropic(model="claude-sonnet-4-5")

# a quota is no outage
# expect: verdict=none leaks=5xx,529,after-first-token,auth,connect,error-in-answer,model-not-found,slow,timeout
gpt.with_fallbacks([claude], exceptions_to_handle=(openai.RateLimitError,)).invoke("?")

# types of the other library
# expect: verdict=none
gpt.with_fallbacks([claude], exceptions_to_handle=(KeyError, ValueError)).invoke("?")

# expect: verdict=none
gpt.with_retry(stop_after_attempt=3).invoke("?")

# made, and not used
gpt.with_fallbacks([claude])
# expect: verdict=none
gpt.invoke("?")

# chosen by a setting
either = gpt.configurable_alternatives(ConfigurableField(id="llm"), claude=claude)
# expect: verdict=none
either.invoke("?")

# what a tool's error leads to is no other model
tools = ToolNode([]).with_fallbacks([claude])

# expect: verdict=none
gpt.with_fallbacks([]).invoke("?")

vectors = OpenAIEmbeddings(model="text-embedding-3-small")
# expect: verdict=none
vectors.embed_query("?")
