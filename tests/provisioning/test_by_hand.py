"""The default profile applied by hand to a Plone site that was there before."""

from eduportal import sections
from eduportal.units import settings
from eduportal.units.panel import UnitForm
from Missing import MV
from plone import api
from plone.dexterity.utils import createContentInContainer
from tests.site_state import content
import pytest

VISITOR = "Anonymous"


def apply():
    setup = api.portal.get_tool("portal_setup")
    setup.runAllImportStepsFromProfile("profile-eduportal:default")


@pytest.fixture
def old_site(plain):
    """A site in use: a public page, one that waits, a private one, a file in a public folder."""
    folder = createContentInContainer(plain, "Folder", title="Cu")
    for title, path in {"Mở": ("publish",), "Chờ": ("submit",), "Riêng": ()}.items():
        page = createContentInContainer(folder, "Document", title=title)
        for transition in path:
            api.content.transition(page, transition)
    api.content.transition(folder, "publish")
    createContentInContainer(folder, "File", title="Tệp")
    return plain


def old(site):
    return {
        path.rpartition("/cu")[2].strip("/"): (state, VISITOR in seen_by)
        for path, (_type, _title, state, seen_by) in content(site).items()
        if "/cu" in path
    }


def test_without_a_unit_it_makes_the_languages_and_no_section(plain):
    apply()

    assert settings.current_unit() is None
    assert [name for name in plain.objectIds() if name in sections.LANGUAGES] == ["vi", "en"]
    assert sections.sections_by_id(plain) == {}


def test_what_was_public_stays_public_and_what_was_not_does_not_become_so(old_site):
    before = old(old_site)
    apply()

    assert before == {
        "": ("published", True),
        "cho": ("pending", False),
        "file": (MV, True),
        "mo": ("published", True),
        "rieng": ("private", False),
    }
    assert old(old_site) == {
        "": ("published", True),
        "cho": ("submitted", False),
        "file": (MV, True),
        "mo": ("published", True),
        "rieng": ("draft", False),
    }


def test_the_panel_asks_for_the_kind_and_completes_the_portal(plain):
    apply()
    form = save(plain, tier="C2", name="Trường THCS Cũ", palette="sky")
    again = UnitForm(plain, plain.REQUEST)
    again.update()

    assert form.status == ""
    assert (settings.current_unit().id, settings.current_unit().tier) == ("plain", "C2")
    assert sections.find("news").absolute_url().startswith(f"{plain.absolute_url()}/vi/")
    assert sections.find("feedback", "en").objectIds() == ["form"]
    assert again.widgets["tier"].mode == "display"


def test_a_form_without_a_kind_is_asked_for_it(plain):
    apply()
    form = save(plain, name="Trường THCS Cũ", palette="sky")

    assert form.widgets["tier"].error.message.startswith("thiếu loại đơn vị.")
    assert settings.current_unit() is None


def save(site, **values):
    request = site.REQUEST
    for name, value in values.items():
        widget = f"form.widgets.{name}"
        request.form[widget] = [value] if name in ("tier", "palette") else value
    request.form["form.buttons.save"] = "Lưu"
    form = UnitForm(site, request)
    form.update()
    request.form.clear()
    return form
