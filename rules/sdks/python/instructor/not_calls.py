import instructor
from instructor import OpenAISchema
from openai import OpenAI
from pydantic import BaseModel


class User(OpenAISchema):
    name: str


User.openai_schema
client = instructor.from_openai(OpenAI(), mode=instructor.Mode.TOOLS)
client.on("completion:kwargs", print)
partial = instructor.Partial[User]
maybe = instructor.Maybe(User)


class Factory(BaseModel):
    def create(self, model: str):
        return model


Factory().create(model="gpt-4o")
