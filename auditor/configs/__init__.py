"""Configuration files: what they say, with the lines on which they say it."""
