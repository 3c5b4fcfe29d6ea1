"""Two editions of a desk held against each other, item by item and never line by line."""
