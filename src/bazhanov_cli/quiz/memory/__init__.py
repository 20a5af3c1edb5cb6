"""What the reader knows: every answer is kept, and a card for each facet made from them."""
