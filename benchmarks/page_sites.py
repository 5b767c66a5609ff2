"""A bare Plone site and a portal with the sample's content, side by side in one instance."""

from BTrees.Length import Length
from eduportal import sample
from eduportal import sections
from eduportal.provisioning.requests import fresh
from plone import api
from plone.app.textfield import RichTextValue
import sites
import transaction

ROWS = 20
TEXT = "<p>" + "Nhà trường thông báo tới phụ huynh và học sinh. " * 20 + "</p>"
MARK = "_benchmark"


def made(app, portal_id: str, bare_id: str) -> dict[str, str]:
    """Both sites, made where they are not there yet; paths of their pages by name.

    Home, a section with twenty rows, and one item with a kilobyte of text, in the bare site out of
    navigation, as the portal's are.
    """
    if not hasattr(app, MARK):
        # now: a change of the root itself makes every page stale
        setattr(app, MARK, Length())
        transaction.commit()
    if bare_id not in app.objectIds():
        sites.make_bare(app, 1)
        with fresh(app, bare_id) as bare:
            _fill_bare(bare)
            transaction.commit()
    if portal_id not in app.objectIds():
        sites.make_portal(app, 1)
        with fresh(app, portal_id) as portal:
            sample.load(portal)
            _fill(portal)
            transaction.commit()
    with fresh(app, portal_id) as portal:
        section = sections.find("news").getPhysicalPath()[2:]
    news = "/".join(("", portal_id, *section))
    return {
        "bare: home": f"/{bare_id}",
        "bare: section": f"/{bare_id}/tin-tuc",
        "bare: item": f"/{bare_id}/tin-tuc/tin-1",
        "home": f"/{portal_id}/vi",
        "home, English": f"/{portal_id}/en",
        "section": news,
        "item": f"{news}/tin-1",
    }


def write(app) -> None:
    """A transaction of the main database that changes no page."""
    app._p_jar.sync()
    getattr(app, MARK).change(1)
    transaction.commit()


def _fill_bare(bare) -> None:
    shown = api.portal.get_registry_record("plone.displayed_types")
    api.portal.set_registry_record(
        "plone.displayed_types", tuple(t for t in shown if t != "News Item")
    )
    folder = api.content.create(bare, "Folder", id="tin-tuc", title="Tin tức")
    api.content.transition(folder, "publish")
    _items(folder)


def _fill(portal) -> None:
    _items(sections.find("news"))


def _items(folder) -> None:
    for number in range(1, ROWS + 1):
        item = api.content.create(
            folder,
            "News Item",
            id=f"tin-{number}",
            title=f"Tin số {number}",
            description="Tóm tắt của tin.",
            text=RichTextValue(TEXT, "text/html", "text/x-html-safe"),
        )
        api.content.transition(item, "publish")
