"""Other documents of the register as the value of a field, and how an editor chooses them."""

from eduportal.interfaces import IEduportal
from eduportal.sections import find
from plone import api
from plone.app.z3cform.widgets.contentbrowser import ContentBrowserWidget
from z3c.form.interfaces import IFieldWidget
from z3c.form.widget import FieldWidget
from z3c.relationfield.interfaces import IRelationList
from z3c.relationfield.schema import RelationChoice
from z3c.relationfield.schema import RelationList
from zope.component import adapter
from zope.interface import implementer


class IDocuments(IRelationList):
    """Documents of the register that a document stands in one relation to."""


@implementer(IDocuments)
class Documents(RelationList):
    """Stored as relations: a document that is renamed or moved stays related."""

    def __init__(self, title: str, description: str = "", **more) -> None:
        super().__init__(
            title=title,
            description=description,
            value_type=RelationChoice(title=title, vocabulary="plone.app.vocabularies.Catalog"),
            required=False,
            missing_value=[],
            default=[],
            **more,
        )


class DocumentsWidget(ContentBrowserWidget):
    """Plone's browser of content, which begins in the register and takes nothing but documents."""

    def get_pattern_options(self) -> dict:
        register = find("document-register", "vi") or api.portal.get()
        return super().get_pattern_options() | {
            "selectableTypes": ["OfficialDocument"],
            "basePath": "/".join(register.getPhysicalPath()),
            "mode": "search",
        }


@adapter(IDocuments, IEduportal)
@implementer(IFieldWidget)
def documents_widget(field: IDocuments, request: IEduportal) -> IFieldWidget:
    return FieldWidget(field, DocumentsWidget(request))
