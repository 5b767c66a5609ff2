"""A form's field for a paper of several pages: photographs or files, one PDF in the end.

Forms store the field's dotted name, so ``eduportal.uploads.pages.Pages`` is frozen.
"""

from eduportal import _
from plone.schemaeditor.fields import FieldFactory
from plone.supermodel.exportimport import BaseHandler
from typing import NamedTuple
from zope.interface import implementer
from zope.schema import Field
from zope.schema.interfaces import IField
from zope.schema.interfaces import WrongType


class IPages(IField):
    """A field whose value is a tuple of :class:`Page`."""


class Page(NamedTuple):
    """A file as it was sent; nothing about it is checked yet."""

    filename: str
    data: bytes


@implementer(IPages)
class Pages(Field):
    """Photographs of a paper's pages in their order, or its file."""

    def _validate(self, value) -> None:
        super()._validate(value)
        if not all(isinstance(one, Page) for one in value):
            raise WrongType(value, Page, self.__name__)


PagesFactory = FieldFactory(Pages, _("Paper of several pages (photos or a file)"))
PagesHandler = BaseHandler(Pages)
