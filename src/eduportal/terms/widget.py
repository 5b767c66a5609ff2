"""A text box that suggests the listed names and takes a new one; works without JavaScript."""

from eduportal.interfaces import IEduportal
from eduportal.terms.field import IOpenChoice
from z3c.form.browser.text import TextWidget
from z3c.form.converter import BaseDataConverter
from z3c.form.interfaces import IDataConverter
from z3c.form.interfaces import IFieldWidget
from z3c.form.interfaces import ITextWidget
from z3c.form.widget import FieldWidget
from zope.browserpage.viewpagetemplatefile import ViewPageTemplateFile
from zope.component import adapter
from zope.interface import implementer
from zope.interface import implementer_only


class ISuggestionsWidget(ITextWidget):
    """A text box with a list of suggestions."""


@implementer_only(ISuggestionsWidget)
class SuggestionsWidget(TextWidget):
    """``<input list>`` with its ``<datalist>``."""

    klass = "text-widget form-control"
    template = ViewPageTemplateFile("suggestions.pt")

    @property
    def suggestions(self) -> list[str]:
        return [term.value for term in self.field.bind(self.context).vocabulary]


@adapter(IOpenChoice, IEduportal)
@implementer(IFieldWidget)
def suggestions_widget(field: IOpenChoice, request: IEduportal) -> IFieldWidget:
    return FieldWidget(field, SuggestionsWidget(request))


@implementer(IDataConverter)
@adapter(IOpenChoice, ISuggestionsWidget)
class SuggestionsConverter(BaseDataConverter):
    """Text to the stored name: a token or a listed name gives the listed one."""

    def toWidgetValue(self, value: str | None) -> str:
        return value or ""

    def toFieldValue(self, value: str) -> str | None:
        if not value.strip():
            return self.field.missing_value
        return self.field.bind(self.widget.context).vocabulary.resolve(value)
