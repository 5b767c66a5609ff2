"""Pictures that a text shows: uploaded by the editor beside it, or pasted into it."""

from eduportal import editorial
from eduportal import sections
from plone import api
from plone.app.textfield.value import RichTextValue
from plone.dexterity.utils import createContentInContainer
from plone.namedfile.file import NamedBlobImage
from tests.photos.conftest import taken
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent
import pytest


@pytest.fixture
def news(portal):
    with api.env.adopt_roles(["Manager"]):
        yield sections.find("news")


def rich(*pictures):
    tags = "".join(
        f'<img src="../resolveuid/{one.UID()}/@@images/image/large" />' for one in pictures
    )
    return RichTextValue(f"<p>{tags}</p>", "text/html", "text/x-html-safe")


def loose(news):
    image = NamedBlobImage(data=taken(), filename="anh.jpg")
    return createContentInContainer(news, "Image", title="Ảnh", image=image)


def states(*items):
    return [editorial.state_of(item) for item in items]


def make(item, *transitions):
    tool = api.portal.get_tool("portal_workflow")
    for transition in transitions:
        tool.doActionFor(item, transition, comment="Vì vậy.")


def test_a_picture_goes_on_line_with_the_text_that_shows_it_and_comes_down_with_it(news):
    picture, other = loose(news), loose(news)
    item = createContentInContainer(news, "News Item", title="Tin", text=rich(picture))
    make(item, "submit")
    waiting = states(picture, other)
    make(item, "publish")
    public = states(picture, other)
    make(item, "withdraw")

    assert waiting == ["draft", "draft"]
    assert public == ["published", "draft"]
    assert states(picture, other) == ["withdrawn", "draft"]


def test_a_picture_of_two_public_texts_stays_with_the_second(news):
    picture = loose(news)
    items = [
        createContentInContainer(news, "News Item", title=title, text=rich(picture))
        for title in ("Một", "Hai")
    ]
    for item in items:
        notify(ObjectModifiedEvent(item))
        make(item, "publish")
    make(items[0], "withdraw")
    still = states(picture)
    make(items[1], "withdraw")

    assert (still, states(picture)) == (["published"], ["withdrawn"])


def test_a_picture_put_into_a_public_text_is_public(news):
    picture = loose(news)
    item = createContentInContainer(news, "News Item", title="Tin")
    make(item, "publish")
    item.text = rich(picture)
    notify(ObjectModifiedEvent(item))

    assert states(picture) == ["published"]
