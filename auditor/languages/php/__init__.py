"""PHP to facts."""
