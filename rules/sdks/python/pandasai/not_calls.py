import pandas as pd
from pandasai import SmartDataframe
from pandasai.llm import OpenAI

llm = OpenAI(api_token="x")
frame = SmartDataframe(pd.DataFrame(), config={"llm": llm})
frame.head()
frame.save("x")
