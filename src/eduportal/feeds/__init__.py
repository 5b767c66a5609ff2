"""Lists as RSS, and other sites' RSS as a block."""
