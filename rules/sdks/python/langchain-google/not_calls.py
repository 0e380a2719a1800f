from langchain_google_community import GCSFileLoader, GoogleSearchAPIWrapper
from langchain_google_genai import ChatGoogleGenerativeAI, HarmBlockThreshold, HarmCategory

safety = {HarmCategory.HARM_CATEGORY_HATE_SPEECH: HarmBlockThreshold.BLOCK_NONE}
gemini = ChatGoogleGenerativeAI(model="gemini-1.5-flash", safety_settings=safety)
gemini.get_num_tokens("hi")

search = GoogleSearchAPIWrapper()
search.run("weather")
search.results("weather", 3)
documents = GCSFileLoader(project_name="p", bucket="b", blob="x").load()
