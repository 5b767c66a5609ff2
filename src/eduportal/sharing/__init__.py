"""What other sites and search engines read of a page."""
