"""The front end for Go."""
