# job: python scripts/digest.py asks=openai-api
from openai import OpenAI


def main() -> None:
    client = OpenAI()
    # expect: what=model vendor=openai
    client.chat.completions.create(model="gpt-4o", messages=[])


if __name__ == "__main__":
    main()
