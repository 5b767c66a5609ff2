"""Whether the user menu leads to the cases."""

from eduportal.casework import people
from Products.Five.browser import BrowserView


class HandlesCases(BrowserView):
    """Asked by the action's condition."""

    def __call__(self) -> bool:
        return people.handles_cases()
