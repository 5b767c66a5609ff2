"""What is proposed to who found nothing."""

from eduportal import search
from plone import api
from plone.dexterity.utils import createContentInContainer
import pytest

TITLES = {
    "mot": "Tuyển sinh lớp 10",
    "hai": "Công khai tài chính",
    "ba": "Phòng chống đuối nước",
    "bon": "Kế hoạch tuyển dụng viên chức",
    "nam": "Trường học hạnh phúc",
    "sau": "Bí mật khảo thí",
}


@pytest.fixture
def proposed(portal):
    """Asks on behalf of somebody who sees all pages but the last."""
    catalog = api.portal.get_tool("portal_catalog")
    rids = []
    with api.env.adopt_roles(["Manager"]):
        for name, title in TITLES.items():
            page = createContentInContainer(
                portal["vi"], "Document", checkConstraints=False, id=name, title=title
            )
            rids.append(catalog(UID=page.UID())[0].getRID())
    visible = search.records(rids[:-1])
    return lambda typed: search.did_you_mean(catalog, typed, visible)


@pytest.mark.parametrize(
    "typed, proposal",
    [
        # a slip of the keyboard, also where the keyboard writes no Vietnamese
        ("tuyen snih", "tuyển sinh"),
        ("cong khia", "công khai"),
        ("tuyeenr sinh", "tuyển sinh"),
        ("truowngf hocj", "trường học"),
        ("ke hoac tuyen dung", "kế hoạch tuyển dụng"),
        # forgotten spaces
        ("tuyensinh", "tuyển sinh"),
        ("tuyensinhlop 10", "tuyển sinh lớp 10"),
        ("congkhai tai chinh", "công khai tài chính"),
        # wrong marks: the words that were right stay as they were typed
        ("đuồi nước", "đuối nước"),
        ("Tuyễn sinh lớp 10", "tuyển sinh lớp 10"),
        # words that nowhere stand together
        ('"khai công"', "khai công"),
        # nothing to propose
        ("công khai", ""),
        ("cong khai", ""),
        ("khinh khí cầu", ""),
        ("tuyển sinh lớp 11", ""),
        # half of it would have to be something else
        ("ko hoac tuyon chac", ""),
        ("truong hoc chuc chinh", ""),
        ("bí mật", ""),
        ("bi maat", ""),
        ("bimat", ""),
        ("khaothi", ""),
        ("", ""),
        ("?", ""),
        ("a " * 500, ""),
        ("x" * 500, ""),
    ],
)
def test_proposed(proposed, typed, proposal):
    assert proposed(typed) == proposal


def test_nothing_is_proposed_by_plones_own_index(plain):
    assert search.did_you_mean(api.portal.get_tool("portal_catalog"), "x", search.records([])) == ""
