"""One edition to pages."""
