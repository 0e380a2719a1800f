from ragas import EvaluationDataset, SingleTurnSample
from ragas.metrics import BleuScore

sample = SingleTurnSample(user_input="q", response="a", reference="a")
rows = EvaluationDataset(samples=[sample])
# counts words, asks nobody
BleuScore().single_turn_score(sample)
print(rows.to_pandas())
