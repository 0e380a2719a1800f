from litellm import completion

# expect: verdict=same-vendor
completion(model="gpt-4o", messages=[], fallbacks=["gpt-4o-mini"])

# expect: verdict=same-vendor-other-platform
completion(model="gpt-4o", messages=[], fallbacks=["azure/gpt-4o"])
