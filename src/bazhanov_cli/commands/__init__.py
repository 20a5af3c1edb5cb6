"""The command line: one file a verb. Each parses, asks the library, and shows the answer."""
