from litellm import Router

router = Router(
    model_list=[
        {"model_name": "chat", "litellm_params": {"model": "azure/gpt-4o-eu"}},
        {"model_name": "chat", "litellm_params": {"model": "azure/gpt-4o-us"}},
        {"model_name": "small", "litellm_params": {"model": "gpt-4o-mini"}},
        {"model_name": "large", "litellm_params": {"model": "gpt-4o"}},
    ],
    fallbacks=[{"large": ["small"]}],
)
# expect: verdict=same-vendor
router.completion(model="large", messages=[])
