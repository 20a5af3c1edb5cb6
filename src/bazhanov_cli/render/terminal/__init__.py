"""Pages for a terminal: the only package that imports rich."""
