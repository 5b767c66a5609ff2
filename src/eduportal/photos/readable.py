"""Forms and REST say at the field that a picture cannot be opened."""

from eduportal import _
from eduportal.photos.metadata import UnreadablePicture
from eduportal.photos.metadata import bare
from plone.namedfile.field import InvalidImageFile
from plone.namedfile.interfaces import INamedImageField
from plone.namedfile.interfaces import IPluggableImageFieldValidation
from zope.component import adapter
from zope.interface import Interface
from zope.interface import implementer


class UnreadableImage(InvalidImageFile):
    __doc__ = _("This file cannot be opened as a picture; save it as JPEG or PNG and try again.")


@implementer(IPluggableImageFieldValidation)
@adapter(INamedImageField, Interface)
class Readable:
    """One of the checks of a picture's field."""

    def __init__(self, field, value) -> None:
        self.field = field
        self.value = value

    def __call__(self) -> None:
        try:
            if self.value is not None:
                bare(self.value.data)
        except UnreadablePicture:
            raise UnreadableImage(self.value.filename, self.field.__name__) from None
