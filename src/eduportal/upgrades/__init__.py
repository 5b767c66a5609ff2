"""What an existing portal needs to follow a newer version: dated, one purpose each."""
