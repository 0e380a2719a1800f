import os

from litellm import Router

MODELS = [
    {
        "model_name": "main",
        "litellm_params": {"model": "gpt-4o", "api_key": os.getenv("OPENAI_API_KEY")},
    },
    {
        "model_name": "backup",
        "litellm_params": {
            "model": "anthropic/claude-sonnet-4-5",
            "api_key": os.getenv("ANTHROPIC_API_KEY"),
        },
    },
]
router = Router(model_list=MODELS, fallbacks=[{"main": ["backup"]}])
# expect: verdict=cross-vendor
router.completion(model="main", messages=[])

by_default = Router(model_list=MODELS, default_fallbacks=["backup"], num_retries=1)


async def answer(text):
    # expect: verdict=cross-vendor
    return await by_default.acompletion(model="main", messages=[text])


balanced = Router(
    model_list=[
        {"model_name": "chat", "litellm_params": {"model": "gpt-4o"}},
        {"model_name": "chat", "litellm_params": {"model": "gemini/gemini-2.5-pro"}},
    ]
)
# two deployments of one group
# expect: verdict=cross-vendor
balanced.completion(model="chat", messages=[])
