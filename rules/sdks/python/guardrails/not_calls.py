from guardrails import Guard
from guardrails.hub import ToxicLanguage

guard = Guard().use(ToxicLanguage, threshold=0.5)
guard.validate("some text")
guard.parse("some text")
