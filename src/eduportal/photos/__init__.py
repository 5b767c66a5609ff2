"""Pictures as they are taken in: scaled, without their position."""
