"""Historical dates: read from EDTF or from what a person types, and written in words."""
