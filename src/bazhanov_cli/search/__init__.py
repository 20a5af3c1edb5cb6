"""What a person typed, and the facts that it finds."""
