"""Looking at the portal as anybody does who is not signed in."""

from AccessControl.SecurityManagement import getSecurityManager
from AccessControl.SecurityManagement import noSecurityManager
from AccessControl.SecurityManagement import setSecurityManager
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def as_visitor() -> Iterator[None]:
    """What is found inside is what the public sees, whoever runs the code."""
    before = getSecurityManager()
    noSecurityManager()
    try:
        yield
    finally:
        setSecurityManager(before)
