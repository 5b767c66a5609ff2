"""What is said when something is not there, not allowed, broken, or being repaired."""

from eduportal.error_pages.static import maintenance

__all__ = ["maintenance"]
