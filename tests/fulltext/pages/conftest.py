"""A record with real files, read by the real reader, and the people who come to see it."""

from eduportal import fulltext
from eduportal import sections
from eduportal.attachments.behavior import Attachment
from eduportal.attachments.behavior import IAttachments
from lxml import html
from plone import api
from plone.dexterity.utils import createContentInContainer
from plone.namedfile.file import NamedBlobFile
from tests.editorial.conftest import Office
from tests.editorial.conftest import recruit
import pytest
import transaction


class Desk(Office):
    """The board's portal, with what these tests do again and again."""

    def file_record(self, *files, state="draft", read=True, **fields):
        """A record in the register with ``(name, data)`` files; its address."""
        with api.env.adopt_user("editor"), api.env.adopt_roles(["Manager"]):
            record = createContentInContainer(
                sections.find("document-register"),
                "OfficialDocument",
                title=fields.pop("title", "Văn bản tạm"),
                **fields,
            )
            IAttachments(record).attachments = [
                Attachment(title=name, file=NamedBlobFile(data=data, filename=name))
                for name, data in files
            ]
            if state == "published":
                api.content.transition(record, "publish")
            transaction.commit()
            if read:
                fulltext.read_waiting(self.portal)
        return record

    def page(self, person, address, **parameters):
        """The page that a browser gets, its body parsed."""
        answer = self.ask(person, "GET", address, params=parameters)
        return answer, html.fromstring(answer.content) if answer.content else None

    def post(self, person, address, **fields):
        """A form sent with its token."""
        data = {"_authenticator": self.token(person), **fields}
        return self.ask(person, "POST", address, data=data)


@pytest.fixture
def desk(http):
    recruit()
    transaction.commit()
    return Desk(http["portal"], f"http://{http['host']}:{http['port']}")
