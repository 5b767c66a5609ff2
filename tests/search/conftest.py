"""A portal behind a real HTTP server, what is written in it, and what visitors are answered."""

from eduportal import fulltext
from eduportal import sections
from eduportal.testing import SCHOOL_HTTP
from lxml import html
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.app.textfield import RichTextValue
from plone.dexterity.utils import createContentInContainer
from plone.namedfile.file import NamedBlobFile
from pytest_plone import fixtures_factory
import pytest
import requests
import transaction

globals().update(fixtures_factory(((SCHOOL_HTTP, "http"),)))

OWNER = (SITE_OWNER_NAME, SITE_OWNER_PASSWORD)


class Shelf:
    """Content made as a manager does, and the portal asked as a visitor."""

    def __init__(self, http):
        self.portal = http["portal"]
        self.base = f"http://{http['host']}:{http['port']}/{self.portal.getId()}"

    def put(
        self, kind, title, section="news", language="vi", parent=None, step="publish", **fields
    ):
        """New content; ``step`` is a transition or ""."""
        if "text" in fields:
            fields["text"] = RichTextValue(fields["text"], "text/html", "text/x-html-safe")
        if "file" in fields:
            fields["file"] = NamedBlobFile(fields["file"].encode(), filename="tep.txt")
        folder = parent if parent is not None else sections.find(section, language)
        with api.env.adopt_roles(["Manager"]):
            content = createContentInContainer(
                folder, kind, checkConstraints=False, title=title, **fields
            )
            if step:
                api.content.transition(content, step)
        transaction.commit()
        return content

    def read_files(self):
        with api.env.adopt_roles(["Manager"]):
            fulltext.read_waiting(self.portal)
        transaction.commit()

    def get(self, path, person=None, accept="*/*", **parameters):
        return requests.get(
            f"{self.base}/{path}",
            params=parameters,
            headers={"Accept": accept},
            auth=OWNER if person else None,
            timeout=30,
        )

    def page(self, typed, language="vi", **parameters):
        """The search page's tree."""
        answer = self.get(f"{language}/@@search", SearchableText=typed, **parameters)
        assert answer.status_code == 200, answer.text
        return html.fromstring(answer.content)

    def titles(self, typed, language="vi", **parameters):
        page = self.page(typed, language, **parameters)
        return [spaced(one) for one in page.cssselect(".edu-hits .edu-list__title")]

    def suggested(self, typed, language="vi"):
        return self.get(f"{language}/@@suggest", q=typed).json()


def spaced(element) -> str:
    return " ".join(element.text_content().split())


@pytest.fixture
def shelf(http):
    return Shelf(http)
