"""Behaviours are run against the loss of a fault domain: what stops, what survives."""
