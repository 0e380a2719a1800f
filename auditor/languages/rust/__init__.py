"""Rust to facts."""
