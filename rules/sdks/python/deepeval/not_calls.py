from deepeval.dataset import EvaluationDataset
from deepeval.metrics import AnswerRelevancyMetric
from deepeval.test_case import LLMTestCase

dataset = EvaluationDataset()
dataset.add_test_case(LLMTestCase(input="q", actual_output="a"))
metric = AnswerRelevancyMetric()
metric.is_successful()
