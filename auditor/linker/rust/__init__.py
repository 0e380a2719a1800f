"""Rust, linked."""
