"""What was wrong in a published item, and what was taken down."""
