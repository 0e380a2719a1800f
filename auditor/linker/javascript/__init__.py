"""JavaScript's own ways, as the interpreter asks for them; ``dialect`` puts them together."""
