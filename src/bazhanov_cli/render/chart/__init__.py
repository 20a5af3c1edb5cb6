"""Charts drawn to scale: in lines of characters, as a picture, and as a page."""
