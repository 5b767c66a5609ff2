"""Behaviour ``eduportal.source``: authors, and the source of what is republished."""

from eduportal import _
from plone.autoform import directives
from plone.autoform.interfaces import IFormFieldProvider
from plone.supermodel import model
from urllib.parse import urlsplit
from zope import schema
from zope.interface import Invalid
from zope.interface import invariant
from zope.interface import provider
from zope.schema import ValidationError

NO_SOURCE = _(
    "source_missing",
    default=(
        "A reposted item must name its source: “Khi đăng tải lại các thông tin trên Cổng thông tin "
        "điện tử, cần ghi rõ nguồn trích dẫn” (TT 53/2012/TT-BGDĐT, Điều 16.6; Kon Tum, II.4.4). "
        "Enter the name of the source or its address."
    ),
)


class NoWebAddress(ValidationError):
    __doc__ = _("The address of a source begins with https:// or http://.")


def is_web_address(address: str) -> bool:
    """A page's address; ``javascript:`` and the like would become a link on a public page."""
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.netloc:
        raise NoWebAddress(address)
    return True


@provider(IFormFieldProvider)
class ISource(model.Schema):
    """TT 53/2012 Điều 16.6, Kon Tum II.4.4, Thủ Dầu Một III.2."""

    author_names = schema.TextLine(
        title=_("Author"),
        description=_(
            "Whose text and pictures these are, as readers shall see it; several with commas."
        ),
        required=False,
    )

    reposted = schema.Bool(
        title=_("Reposted from elsewhere"),
        description=_("The text, or most of it, was published by others first."),
        required=False,
        default=False,
        missing_value=False,
    )

    source_name = schema.TextLine(
        title=_("Source"),
        description=_("The newspaper, body or site it comes from; required when it is reposted."),
        required=False,
    )

    source_url = schema.URI(
        title=_("Address of the source"), required=False, constraint=is_web_address
    )

    # Text and pictures first: most news is the unit's own.
    directives.order_after(author_names="IPupils.consent_record")
    directives.order_after(reposted="ISource.author_names")
    directives.order_after(source_name="ISource.reposted")
    directives.order_after(source_url="ISource.source_name")

    @invariant
    def reposted_names_its_source(data: "ISource") -> None:
        if data.reposted and not ((data.source_name or "").strip() or data.source_url):
            raise Invalid(NO_SOURCE)
