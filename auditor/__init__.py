"""Find every LLM dependency in a repository, and say what stops when its vendor goes down."""

__version__ = "0.1.0"
