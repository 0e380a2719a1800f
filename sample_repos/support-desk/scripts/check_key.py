"""Say whether the key in the environment works. Costs a fraction of a cent."""

import sys

import anthropic

from desk.settings import get_settings


def main() -> int:
    settings = get_settings()
    client = anthropic.Anthropic(api_key=settings.anthropic_api_key.get_secret_value())
    try:
        client.messages.create(
            model=settings.triage_model,
            max_tokens=1,
            messages=[{"role": "user", "content": "ping"}],
        )
    except anthropic.AuthenticationError:
        print("the key is not accepted", file=sys.stderr)
        return 1
    print("the key works")
    return 0


if __name__ == "__main__":
    sys.exit(main())
