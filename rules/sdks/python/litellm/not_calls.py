"""litellm.completion(model="gpt-4o") in prose only."""

import litellm
from litellm import Router, completion_cost, cost_per_token, get_model_info, token_counter

from shop import completion


def price(text: str) -> float:
    tokens = token_counter(model="gpt-4o", text=text)
    prompt_cost, _ = cost_per_token(model="gpt-4o", prompt_tokens=tokens, completion_tokens=0)
    limit = get_model_info("anthropic/claude-3-opus-20240229")["max_tokens"]
    return prompt_cost + completion_cost(model="gpt-4o", prompt=text, completion="") / limit


litellm.drop_params = True
litellm.set_verbose = False
litellm.success_callback = ["langfuse"]
litellm.register_model({"acme/one": {"max_tokens": 8192}})
litellm.supports_function_calling(model="gpt-4o")
litellm.validate_environment(model="openai/gpt-4o")
litellm.encode(model="gpt-4o", text="hi")
litellm.get_llm_provider("groq/llama-3.3-70b-versatile")

# a router that is built and looked at, never asked
router = Router(model_list=[{"model_name": "a", "litellm_params": {"model": "gpt-4o"}}])
router.get_model_list()
router.set_model_list([])

completion(model="wicker", messages=[])
