"""A report that was made before holds as long as all that it depends on is the same."""
