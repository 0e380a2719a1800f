from langchain_anthropic import ChatAnthropic
from langchain_core.output_parsers import StrOutputParser
from langchain_core.prompts import ChatPromptTemplate
from langchain_google_genai import ChatGoogleGenerativeAI
from langchain_openai import ChatOpenAI

prompt = ChatPromptTemplate.from_template("Say it in one word: {text}")
gpt = ChatOpenAI(model="gpt-4o")
claude = ChatAnthropic(model="claude-sonnet-4-5")

# expect: verdict=cross-vendor
gpt.with_fallbacks([claude]).invoke("?")

# whole chains
chain = (prompt | gpt | StrOutputParser()).with_fallbacks([prompt | claude | StrOutputParser()])
# expect: verdict=cross-vendor
chain.invoke({"text": "?"})


def build():
    backups = [ChatOpenAI(model="gpt-4o-mini"), ChatGoogleGenerativeAI(model="gemini-2.5-pro")]
    return ChatOpenAI(model="gpt-4o").bind_tools([]).with_fallbacks(backups)


# expect: verdict=cross-vendor
build().invoke("?")

# expect: verdict=cross-vendor
gpt.with_fallbacks([claude], exceptions_to_handle=(Exception,)).invoke("?")
