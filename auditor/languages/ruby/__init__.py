"""Ruby to facts."""
