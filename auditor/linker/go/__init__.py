"""Go's own ways."""
