"""Grades at which a level of school begins, and what a letter can be made from."""

from eduportal import _
from plone import api
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary

GRADES = {
    "grade1": _("Grade 1"),
    "grade6": _("Grade 6"),
    "grade10": _("Grade 10"),
    "preschool": _("Preschool"),
    "other": _("Another class or course"),
}


@provider(IVocabularyFactory)
def grades(context) -> SimpleVocabulary:
    return SimpleVocabulary([SimpleTerm(key, key, title) for key, title in GRADES.items()])


@provider(IVocabularyFactory)
def letters(context) -> SimpleVocabulary:
    """Form templates that this person may see, by UID."""
    found = api.portal.get_tool("portal_catalog")(
        portal_type="FormTemplate", sort_on="sortable_title"
    )
    return SimpleVocabulary([SimpleTerm(brain.UID, brain.UID, brain.Title) for brain in found])
