"""What other rooms and add-ons add to a case's pages: payment, letters, rating, …"""

from zope.interface import Attribute
from zope.interface import Interface


class ICasePart(Interface):
    """A part of a page of one case; a named adapter on (case, request).

    The page is shown to who may see it, and posts to itself: a part's own form has the hidden
    fields ``part`` (its name) and, for applicants, ``pass`` (``${view.pass}``, given to the part
    as the attribute ``pass_``), and the authenticator of plone.protect.
    """

    side = Attribute("``applicant`` (status page), ``officer`` (case page) or ``receipt``")
    order = Attribute("A number; small ones come first")
    available = Attribute("Whether it is shown now")
    pass_ = Attribute("Set by the page: the applicant's signed pass, ``''`` for officers")

    def render() -> str:
        """HTML."""

    def handle() -> str | None:
        """Answer a POST of the part's own form: a message for the reader, or None."""
