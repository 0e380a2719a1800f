"""Search documents by meaning, and answer questions from them."""
