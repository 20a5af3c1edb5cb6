"""The dataset's format: YAML in, facts or every problem of the file out."""
