"""What the catalogue knows of a template."""

from eduportal.content_types.form_template.form_template import IFormTemplate
from plone.indexer import indexer


@indexer(IFormTemplate)
def edu_kind(template: IFormTemplate) -> str:
    """``form`` or ``letter``: lists of forms leave the letters out."""
    return template.purpose or ""


@indexer(IFormTemplate)
def edu_title_en(template: IFormTemplate) -> str:
    return template.title_en or ""


@indexer(IFormTemplate)
def SearchableText(template: IFormTemplate) -> str:
    words = [template.title, template.title_en, template.description]
    return " ".join(word for word in words if word)
