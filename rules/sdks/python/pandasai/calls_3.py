import pandasai as pai
from pandasai_litellm.litellm import LiteLLM

pai.config.set({"llm": LiteLLM(model="gemini/gemini-2.0-flash", api_key="x")})
frame = pai.read_csv("x.csv")
# expect: kind=chat vendor=google platform=google-ai-studio
frame.chat("How many?")
# expect: kind=chat vendor=google platform=google-ai-studio
pai.chat("How many?", frame)
