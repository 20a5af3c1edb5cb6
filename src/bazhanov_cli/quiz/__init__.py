"""The quiz: questions made from facts, judged like a fair teacher would, remembered and played."""
