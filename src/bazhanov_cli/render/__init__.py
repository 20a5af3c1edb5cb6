"""How values are shown: one file a format, and the terminal's pages."""
