from deepeval import evaluate
from deepeval.metrics import AnswerRelevancyMetric, GEval
from deepeval.models import AnthropicModel, DeepEvalBaseLLM
from deepeval.test_case import LLMTestCase
from openai import OpenAI

case = LLMTestCase(input="q", actual_output="a")
# expect: kind=chat vendor=openai platform=openai-api
AnswerRelevancyMetric(threshold=0.5).measure(case)
# expect: kind=chat vendor=openai model=gpt-4.1
GEval(name="g", criteria="c", model="gpt-4.1").measure(case)
claude = AnswerRelevancyMetric(model=AnthropicModel("claude-3-7-sonnet-latest"))
# expect: kind=chat vendor=anthropic platform=anthropic-api
evaluate(test_cases=[case], metrics=[claude])


class Own(DeepEvalBaseLLM):
    def load_model(self):
        return OpenAI(base_url="https://api.deepseek.com")

    def generate(self, prompt: str) -> str:
        # expect: kind=chat vendor=deepseek platform=deepseek-api
        answer = self.load_model().chat.completions.create(model="deepseek-chat", messages=[])
        return answer.choices[0].message.content


Own().generate("hi")
