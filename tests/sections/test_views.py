"""Every section's page, as a visitor gets it."""

from eduportal import sections
from plone.testing.zope import Browser
import transaction


def test_every_section_answers_a_visitor_with_its_page(functional_portal, functional_app):
    transaction.commit()
    visitor = Browser(functional_app)
    visitor.handleErrors = True
    visitor.raiseHttpErrors = False
    wrong = {}
    for (section_id, language), section in sections.sections_by_id(functional_portal).items():
        visitor.open(section.absolute_url())
        page = visitor.contents
        seen = (
            visitor.headers["status"][:3],
            f'lang="{language}"' in page[:400],
            f">{section.title}</h1>" in page,
        )
        if seen != ("200", True, True):
            wrong[language, section_id, section.getLayout()] = seen
    assert wrong == {}
