"""Kotlin to facts. Its files are linked together with those of Java."""
