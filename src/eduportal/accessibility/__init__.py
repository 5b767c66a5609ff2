"""The accessibility statement and the check behind it."""
