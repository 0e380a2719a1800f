"""The front end of C#."""
