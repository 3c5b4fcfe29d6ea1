"""A cleaned view to layers of spans: who, what, how much, when."""
