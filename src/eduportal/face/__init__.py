"""What a visitor sees: the page's frame, the views of sections, the home page."""
