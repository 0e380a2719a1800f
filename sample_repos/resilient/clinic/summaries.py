"""Summaries of visits, by whichever of two vendors answers."""

from litellm import acompletion


async def summarise(text: str) -> str:
    reply = await acompletion(
        model="anthropic/claude-sonnet-4-6",
        messages=[{"role": "user", "content": f"Summarise this visit:\n{text}"}],
        fallbacks=["gemini/gemini-2.5-pro"],
        timeout=30,
    )
    return reply.choices[0].message.content
