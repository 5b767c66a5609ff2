"""Saved searches: new documents that match are told by mail to who asked and confirmed."""
