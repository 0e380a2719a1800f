"""The nouns of the program: plain immutable data, standard library only."""
