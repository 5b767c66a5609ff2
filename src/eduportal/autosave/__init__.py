"""What is typed survives an expired session and a closed window."""
