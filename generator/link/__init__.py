"""Layers of many documents to links between them."""
