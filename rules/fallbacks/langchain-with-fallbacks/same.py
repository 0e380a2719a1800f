from langchain_openai import AzureChatOpenAI, ChatOpenAI

gpt = ChatOpenAI(model="gpt-4o")

# expect: verdict=same-vendor
gpt.with_fallbacks([ChatOpenAI(model="gpt-4o-mini")]).invoke("?")

# expect: verdict=same-vendor-other-platform
gpt.with_fallbacks([AzureChatOpenAI(azure_deployment="gpt-4o")]).invoke("?")
