import os

import prompty
import prompty.azure
from promptflow.core import AzureOpenAIModelConfiguration, Prompty

# expect: kind=chat vendor=openai platform=azure-openai
prompty.execute(
    "chat.prompty",
    configuration={"azure_endpoint": os.environ["AZURE_OPENAI_ENDPOINT"]},
    inputs={"question": "hi"},
)

# expect: kind=chat vendor=openai platform=azure-openai
prompty.execute("chat.prompty", inputs={"question": "hi"})

settings = AzureOpenAIModelConfiguration(azure_deployment="gpt-4o", azure_endpoint="https://x")
flow = Prompty.load("chat.prompty", model={"configuration": settings})
# expect: kind=chat vendor=openai platform=azure-openai model=gpt-4o
flow(question="hi")
