"""Every section's page, as a visitor gets it."""

from eduportal import sections
from lxml import html
from plone.testing.zope import Browser
import transaction


def test_every_section_answers_a_visitor_with_its_page(functional_portal, functional_app):
    transaction.commit()
    visitor = Browser(functional_app)
    visitor.raiseHttpErrors = False
    wrong = {}
    for (section_id, language), section in sections.sections_by_id(functional_portal).items():
        visitor.open(section.absolute_url())
        seen = [visitor.headers["status"]]
        if seen == ["200 OK"]:
            page = html.fromstring(visitor.contents)
            seen += [page.get("lang"), *(one.text_content().strip() for one in page.xpath("//h1"))]
        # a form that is the section's default page stands in its place
        page_id = section.getDefaultPage()
        shown = section[page_id] if page_id else section
        if seen != ["200 OK", language, shown.title]:
            wrong[language, section_id, section.getLayout()] = seen
    assert wrong == {}
