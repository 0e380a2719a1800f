"""Work on many documents at once."""
