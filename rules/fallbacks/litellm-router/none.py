from litellm import Router

MODELS = [
    {"model_name": "main", "litellm_params": {"model": "gpt-4o"}},
    {"model_name": "backup", "litellm_params": {"model": "anthropic/claude-sonnet-4-5"}},
]

# two vendors in the list, but nothing leads from one group to the other
plain = Router(model_list=MODELS, num_retries=3)
# expect: verdict=none vendor=openai
plain.completion(model="main", messages=[])

long_prompts = Router(model_list=MODELS, context_window_fallbacks=[{"main": ["backup"]}])
# expect: verdict=none
long_prompts.completion(model="main", messages=[])

# the last of the chain
chained = Router(model_list=MODELS, fallbacks=[{"main": ["backup"]}])
# expect: verdict=none vendor=anthropic
chained.completion(model="backup", messages=[])

empty = Router(model_list=MODELS, fallbacks=[])
# expect: verdict=none
empty.completion(model="main", messages=[])
