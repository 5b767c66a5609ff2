"""What stands before Zope in the web server: finished pages from memory, compression.

Neither opens the content tree: they know requests, bytes and serials of database records, and what
``eduportal.caching`` tells them of a page in the request's environment.
"""

from eduportal.server.front.question import ASKED
from eduportal.server.front.question import Question
from eduportal.server.front.question import Recipe

__all__ = ["ASKED", "Question", "Recipe"]
