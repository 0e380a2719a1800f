#!/bin/sh
# job: script ask.sh kind=task asks=mistral-api model=mistral-small-latest
# curl https://api.openai.com/v1/chat/completions -d '{}'
# expect: what=endpoint vendor=mistral
curl -s https://api.mistral.ai/v1/chat/completions \
  -H "Authorization: Bearer $MISTRAL_API_KEY" \
  -d @- <<EOF
{"model": "mistral-small-latest", "messages": []}
EOF
echo "see https://api.anthropic.com/v1/messages"
