"""The sample content: whole, idempotent, and removable to the last object."""

from collections import Counter
from datetime import date
from eduportal import sample
from eduportal import sections
from eduportal.content_types.official_document import effects
from eduportal.content_types.official_document import validity
from eduportal.sample.marks import ISample
from plone import api
from plone.app.multilingual.interfaces import ITranslationManager
from plone.locking.interfaces import ILockable
from zope.lifecycleevent import modified
import pytest


@pytest.fixture
def manager(portal):
    with api.env.adopt_roles(["Manager"]):
        yield portal


INSIDE = ("EasyForm", "File", "Image")
"""A file or picture inside a sample has no state of its own."""


def paths():
    catalog = api.portal.get_tool("portal_catalog")
    return {brain.getPath() for brain in catalog.unrestrictedSearchResults(path="/plone")}


def samples():
    return api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
        object_provides=ISample.__identifier__
    )


def test_a_school_gets_its_samples_published_and_marked(manager):
    sample.load(manager)
    assert Counter((b.portal_type, b.Language) for b in samples()) == {
        ("OfficialDocument", "vi"): 27,
        ("File", "vi"): 5,
        ("Album", "vi"): 1,
        ("Image", "vi"): 3,
        ("Event", "vi"): 2,
        ("AdmissionSeason", "vi"): 1,
        ("EasyForm", "vi"): 3,
        ("EasyForm", "en"): 3,
        ("Procedure", "vi"): 2,
        ("Service", "vi"): 3,
        ("Document", "vi"): 7,
        ("Document", "en"): 1,
        ("News Item", "vi"): 6,
        ("News Item", "en"): 1,
        ("Resource", "vi"): 5,
    }
    states = {b.review_state for b in samples() if b.portal_type not in INSIDE}
    assert states == {"published"}
    unmarked = [
        b.Title
        for b in samples()
        if b.portal_type not in INSIDE and not b.Title.endswith(("(mẫu)", "(sample)"))
    ]
    assert unmarked == []
    assert {b.effective.year() for b in samples() if b.portal_type not in INSIDE} == {2026}


def test_a_second_load_makes_nothing(manager):
    assert len(sample.load(manager)) == 57
    before = paths()
    assert sample.load(manager) == []
    assert paths() == before


def test_what_an_editor_deleted_stays_away(manager):
    sample.load(manager)
    register = sections.find("document-register")
    api.content.delete(register["53-2012-tt-bgddt"], check_linkintegrity=False)
    assert sample.load(manager) == []


def test_english_news_are_linked_to_the_vietnamese(manager):
    sample.load(manager)
    (english,) = [b for b in samples() if (b.portal_type, b.Language) == ("News Item", "en")]
    translations = ITranslationManager(english.getObject()).get_translations()
    assert {language: item.Title() for language, item in translations.items()} == {
        "vi": "Lễ khai giảng năm học 2026-2027 (mẫu)",
        "en": "Opening of the school year 2026-2027 (sample)",
    }


def test_unload_takes_exactly_the_samples_and_leaves_what_editors_made(manager):
    before = paths()
    sample.load(manager)
    register = sections.find("document-register")
    elsewhere = sections.find("steering-information")
    moved = api.content.move(register["43-2011-nd-cp"], elsewhere)
    renamed = register["27-2018-nd-cp"]
    renamed.title = "Sửa bởi biên tập viên"
    modified(renamed)
    copy = api.content.copy(register["37-2020-tt-bgddt"], elsewhere, id="ban-sao")
    own = api.content.create(register, "OfficialDocument", "cua-toi", title="Văn bản của trường")
    held = register["36-2017-tt-bgddt"]
    inside = api.content.create(held, "File", "tep-cua-toi", title="Tệp của trường")
    (left_open,) = [
        b.getObject() for b in samples() if b.portal_type == "News Item" and b.Language == "en"
    ]
    ILockable(left_open).lock()
    assert moved.getId() == "43-2011-nd-cp"

    report = sample.unload(manager)

    def path(item):
        return "/".join(item.getPhysicalPath())

    children = {path(child) for child in copy.objectValues()}
    kept = {path(copy), path(own), path(held), path(inside), *children}
    assert paths() == before | kept
    assert report.kept == [path(held)]
    assert len(children) == 1


def test_the_samples_know_what_replaced_what(manager):
    sample.load(manager)
    register = sections.find("document-register")
    states = {
        name: validity.of(effects.boundaries_of(register[name]), date(2026, 11, 21))
        for name in ("53-2012-tt-bgddt", "37-2020-tt-bgddt", "09-2009-tt-bgddt", "09-2024-tt-bgddt")
    }
    assert states == {
        "53-2012-tt-bgddt": "expired",
        "37-2020-tt-bgddt": "in-force",
        "09-2009-tt-bgddt": "expired",
        "09-2024-tt-bgddt": "in-force",
    }
