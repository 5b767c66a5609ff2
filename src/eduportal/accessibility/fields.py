"""A form's field with what belongs to it said to assistive technology.

In Plone's own template the label of a file field names no element, a group of boxes has a label
that belongs to none of them, and nobody who hears the page is told the help and the error of the
field they are in (WCAG 1.3.1, 3.3.1, 4.1.2).
"""

from collective.easyform.interfaces import IRenderWidget
from functools import cached_property
from plone.app.z3cform.views import RenderWidget
from plone.formwidget.namedfile.interfaces import INamedFileWidget
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from z3c.form.interfaces import INPUT_MODE
from z3c.form.interfaces import ICheckBoxWidget
from z3c.form.interfaces import IRadioWidget
from z3c.form.interfaces import ISingleCheckBoxWidget
from zope.component import getMultiAdapter
from zope.interface import implementer

EMPTY = (None, "", [], ("", "", "", "00", "00", ""), ("", "", ""))
"""Values of widgets in which nothing was entered, as Plone's template lists them."""


class Field(RenderWidget):
    """Around the widget ``context``; classes and ids are Plone's, which its scripts know."""

    index = ViewPageTemplateFile("fields.pt")
    spacing = "mb-3"

    @cached_property
    def is_group(self) -> bool:
        """Several boxes or buttons under one label."""
        widget = self.context
        several = ICheckBoxWidget.providedBy(widget) or IRadioWidget.providedBy(widget)
        single = ISingleCheckBoxWidget.providedBy(widget)
        return widget.mode == INPUT_MODE and several and not single

    @property
    def input_id(self) -> str:
        widget = self.context
        return f"{widget.id}-input" if INamedFileWidget.providedBy(widget) else widget.id

    @cached_property
    def description(self):
        widget = self.context
        return getattr(widget, "description", getattr(widget.field, "description", ""))

    @property
    def described_by(self) -> str:
        """Ids of the error and the help, where there are any; the error is heard first."""
        widget = self.context
        there = {"error": widget.error, "help": self.description}
        return " ".join(f"{widget.id}-{name}" for name in there if there[name])

    @property
    def outer(self) -> dict[str, str]:
        """Attributes of the element around the field: of a group, what a label cannot say."""
        if not self.is_group:
            return {}
        named = {"aria-labelledby": f"{self.context.id}-label"} if self.context.label else {}
        described = {"aria-describedby": self.described_by} if self.described_by else {}
        return {"role": "group"} | named | described

    def describe(self) -> None:
        """Widgets that draw their attributes themselves carry what stands around them."""
        widget = self.context
        if widget.mode != INPUT_MODE or self.is_group:
            return
        # Kept by the widget and drawn with it; some of Plone's have no way to set it anew.
        attributes = getattr(widget, "attributes", None)
        if not isinstance(attributes, dict):
            return
        if widget.error:
            attributes["aria-invalid"] = "true"
        elif widget.required and ISingleCheckBoxWidget.providedBy(widget):
            # Chromium calls a box that has to be ticked wrong before anything was sent.
            attributes["aria-invalid"] = "false"
        if self.described_by:
            attributes["aria-describedby"] = self.described_by

    @property
    def error_class(self) -> str:
        return " error" if self.context.error else ""

    @property
    def empty_class(self) -> str:
        return " empty" if self.context.value in EMPTY else ""


@implementer(IRenderWidget)
class FormField(Field):
    """The same for the forms that visitors fill in, whose fields may depend on one another."""

    @property
    def spacing(self) -> str:
        depends = " pat-depends" if self._of_form("dependencies") else ""
        return self._of_form("css_class") + depends

    @property
    def outer(self) -> dict[str, str]:
        dependencies = self._of_form("dependencies")
        return super().outer | ({"data-pat-depends": dependencies} if dependencies else {})

    def _of_form(self, name: str) -> str:
        return getMultiAdapter((self, self.request), name=name)()
