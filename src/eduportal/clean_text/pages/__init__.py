"""The offer to convert, and the hints that a form asks for while one writes."""
