"""Facts and rules become a program: names, values, calls, entry points, and what reaches what."""
