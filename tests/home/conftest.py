"""The home page as visitors and editors get it."""

from eduportal.home import store
from eduportal.home.arrangement import Placement
from io import BytesIO
from PIL import Image
from plone.namedfile.file import NamedBlobImage
from tests.editorial.conftest import office
from tests.face.conftest import managing
from tests.face.conftest import publish
from tests.face.conftest import visit
from zope.component.hooks import setSite
import pytest
import transaction

__all__ = ["managing", "office", "publish", "visit"]


@pytest.fixture
def photograph():
    """A picture as a field's value."""
    stream = BytesIO()
    Image.effect_noise((1200, 675), 60).convert("RGB").save(stream, "JPEG")
    return NamedBlobImage(stream.getvalue(), "image/jpeg", "anh.jpg")


@pytest.fixture
def arrange(functional_portal):
    """Publish an arrangement of these blocks: ``(block, column)`` or with settings as third."""

    def publish_blocks(*blocks):
        # a page asked for before has taken the site with it
        setSite(functional_portal)
        store.keep_draft(
            tuple(
                Placement(f"{block}-{place}", block, column, settings=dict(*settings))
                for place, (block, column, *settings) in enumerate(blocks)
            )
        )
        store.publish()
        transaction.commit()

    return publish_blocks


@pytest.fixture
def everything(publish, photograph, functional_portal):
    """Something for every block that a school has; gives the news item."""
    news = publish("unit-news", "Tin", type="News Item", image=photograph)
    publish("law-outreach", "Luật", type="News Item")
    publish("announcements", "Khẩn", type="News Item", urgency="urgent")
    publish("document-register", "Quy chế", type="OfficialDocument")
    publish("photos-videos", "Phim", type="Link", remoteUrl="https://example.org/phim")
    publish("annual-report", "Báo cáo")
    for section in ("procedure-list", "work-calendar", "consultations", "polls"):
        publish(section, f"Trong {section}")
    setSite(functional_portal)
    base = store.published()
    store.keep_draft(
        (
            *(one for one in base if one.block != "albums"),
            Placement("section", "section", "left", settings={"section": "annual-report"}),
            Placement("text", "text", "left", settings={"text_vi": "Xin chào"}),
        )
    )
    store.publish()
    transaction.commit()
    return news
