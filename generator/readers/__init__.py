"""Bytes to text: one reader a format."""
