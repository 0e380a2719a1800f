"""LLM(model="meta-llama/Llama-3.1-8B-Instruct").generate(["Hi"]) as words."""

import random
import uuid

import torch
from sklearn.pipeline import Pipeline
from transformers import AutoModelForCausalLM, AutoTokenizer

tokenizer = AutoTokenizer.from_pretrained("gpt2")
tokenizer.encode("not an embedding")
tokenizer.decode([1])

model = AutoModelForCausalLM.from_pretrained("gpt2")
model.save_pretrained("copy")
model.train()

steps = Pipeline([])
steps.predict([[0]])
torch.nn.Linear(1, 1)(torch.zeros(1))
"text".encode("utf-8")
uuid.uuid4()
random.random()


class Keys:
    def generate(self, length):
        return length


Keys().generate(16)
