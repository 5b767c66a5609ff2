"""Adding and editing a template: the usual form, and beneath it the names that may be used."""

from plone.dexterity.browser.add import DefaultAddForm
from plone.dexterity.browser.add import DefaultAddView
from plone.dexterity.browser.edit import DefaultEditForm
from plone.z3cform import layout
from zope.component import getMultiAdapter


def _names(form) -> str:
    return getMultiAdapter((form.context, form.request), name="template-names")()


class AddForm(DefaultAddForm):
    """A template's add form."""

    portal_type = "FormTemplate"

    def render(self) -> str:
        rendered = super().render()
        return rendered and rendered + _names(self)


class AddView(DefaultAddView):
    form = AddForm


class EditForm(DefaultEditForm):
    """A template's edit form."""

    def render(self) -> str:
        rendered = super().render()
        return rendered and rendered + _names(self)


EditView = layout.wrap_form(EditForm)
