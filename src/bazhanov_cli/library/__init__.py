"""The compiled dataset: one SQLite database, made once from the YAML and queried from then on."""
