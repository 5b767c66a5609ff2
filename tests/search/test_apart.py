"""What is offered where nothing has all the words typed."""

from eduportal import search
from plone import api
from plone.dexterity.utils import createContentInContainer
import pytest

TITLES = (
    "Công khai tài chính",
    "Cổng thông tin số 37",
    "Trường học hạnh phúc",
    "Bí mật khảo thí",
)


@pytest.fixture
def parts(portal):
    """Asks on behalf of somebody who sees all pages but the last."""
    catalog = api.portal.get_tool("portal_catalog")
    rids = []
    with api.env.adopt_roles(["Manager"]):
        for title in TITLES:
            page = createContentInContainer(
                portal["vi"], "Document", checkConstraints=False, title=title
            )
            rids.append(catalog(UID=page.UID())[0].getRID())
    visible = search.records(rids[:-1])
    return lambda typed: search.in_parts(catalog, typed, visible)


@pytest.mark.parametrize(
    "typed, found",
    [
        # "so 37 cong" is found as well, but "khai" alone means nothing
        ("so 37 cong khai", ["so 37", "cong khai"]),
        ("công khai trường học", ["công khai", "trường học"]),
        ("tài chính casino 37", ["tài chính", "37"]),
        ('"công   khai"(trường', ["công khai"]),
        # found as it is
        ("cong khai", []),
        # nothing but lonely syllables, nothing at all
        ("khinh khi hoc", []),
        ("bí mật khảo thí", []),
        ("casino", []),
        ("", []),
        ("a b " * 20, []),
    ],
)
def test_parts(parts, typed, found):
    assert parts(typed) == found
