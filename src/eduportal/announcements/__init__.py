"""How urgent a notice is."""
