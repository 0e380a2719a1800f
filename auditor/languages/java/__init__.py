"""The front end of Java."""
