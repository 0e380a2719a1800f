"""A help desk with an assistant."""
