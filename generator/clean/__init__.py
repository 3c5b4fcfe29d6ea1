"""Text to a cleaned view that can be traced back, with every line labelled."""
