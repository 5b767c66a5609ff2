"""Names that stand in databases are for good: a new one is a decision, a missing one a mistake.

``frozen_names.txt`` lists them. Class paths are read out of the records of a portal with content,
samples, a message and a queued mail, not out of the code: what is never stored may still move.
"""

from collections.abc import Iterator
from datetime import UTC
from datetime import datetime
from eduportal import accounts
from eduportal import sample
from eduportal import sections
from eduportal.accounts import second_factor
from eduportal.accounts import totp
from eduportal.alerts import store
from eduportal.circulation import ledger
from eduportal.corrections import add
from eduportal.corrections.tombstone import tell_readers
from eduportal.duties import store as duties
from eduportal.duties.fees import ledger as fees
from eduportal.feedback import box
from eduportal.fulltext import open_formats
from eduportal.look import store as look_store
from eduportal.look import theming
from eduportal.notifications import store as digests
from pathlib import Path
from plone import api
from plone.behavior.interfaces import IBehavior
from plone.dexterity.utils import createContentInContainer
from plone.registry.interfaces import IRegistry
from tests.site_state import state
from ZODB.serialize import referencesf
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtilitiesFor
from zope.component import getUtility
import pytest
import re
import transaction

FROZEN = Path(__file__).parent / "frozen_names.txt"
# Protocol 3, which ZODB writes, names a class as "c<module>\n<name>\n".
GLOBAL = re.compile(rb"c(eduportal[\w.]*)\n(\w+)\n")
# easyform writes the class of an action into the form's XML.
ACTION = re.compile(rb'type="(eduportal[\w.]+)"')
# A text is "X", its length in four bytes, and itself; dotted names of interfaces are stored so.
TEXT = re.compile(rb"X(.{4})(?=eduportal\.)", re.DOTALL)
DOTTED = re.compile(rb"eduportal(\.\w+)*\.[A-Z]\w+")


@pytest.fixture
def queue(tmp_path, monkeypatch):
    monkeypatch.setenv("EDUPORTAL_MAIL_QUEUE", str(tmp_path / "queue"))


def test_the_names_in_a_database_are_those_that_are_frozen(functional_portal, queue):
    portal = functional_portal
    fill(portal)
    transaction.commit()

    assert sorted(names(portal)) == FROZEN.read_text().splitlines()


def fill(portal) -> None:
    with api.env.adopt_roles(["Manager"]):
        sample.load(portal)
        form = sections.find("feedback").listFolderContents({"portal_type": "EasyForm"})[0]
        entries = (("subject", "Tiêu đề", "Góp ý"),)
        box.keep(portal, "feedback", language="vi", form=form.title, entries=entries)
        document = api.content.find(portal_type="OfficialDocument")[0].UID
        ledger.choose(portal, document, ("thpt",))
        duties.decide(portal, sections.find("news").UID(), duties.Decided("editors", 7))
        fees.keep(
            portal,
            fees.Entry("uid", "2026-11", "2026-11-21", "news", "Tin", "vi/tin", ("an",), "", 1),
        )
        digests.note(portal, "an", "2026-W47")
        now = datetime.now(UTC)
        store.ask(portal, "a@mau.vn", {"year": "2026"}, "", "vi", now, now.date())
        copied = createContentInContainer(sections.find("news"), "Section", title="Riêng")
        open_formats.ask(copied)
        album = createContentInContainer(sections.find("photos-videos"), "Album", title="Ảnh")
        topic = createContentInContainer(sections.find("special-topics"), "Topic", title="Chủ đề")
        add(album, "Sai")
        tell_readers(topic, "Sai")
        api.content.copy(source=copied, target=sections.find("news"))
        look_store.prepare(portal, {"slogan_vi": "Dạy tốt, học tốt"}, "sky")
        theming.set_allowed(portal, True)
        factor = second_factor.made("a", totp.new_secret(), ())
        accounts.doorkeeper(portal).factors["a"] = factor
        api.portal.get_tool("MailHost").send("Text", "a@mau.vn", "b@mau.vn", "Subject")


def names(portal) -> set[str]:
    now = state(portal)
    found = {f"name {path}" for path in stored(portal._p_jar)}
    found |= {f"behaviour {name}" for name, _one in getUtilitiesFor(IBehavior) if ours(name)}
    found |= {f"annotation {key}" for key in annotations(portal) if ours(key)}
    found |= {f"record {name}" for name in getUtility(IRegistry).records if ours(name)}
    found |= {f"index {name}" for name in now["indexes"] if name.startswith("edu_")}
    found |= {f"column {name}" for name in now["columns"] if name.startswith("edu_")}
    found |= {f"layer {name}" for name in now["layers"] if ours(name)}
    found |= {f"permission {name}" for name in now["permissions"] if name.startswith("eduportal:")}
    found |= {f"group {name}" for name in now["groups"] if name != "AuthenticatedUsers"}
    types = api.portal.get_tool("portal_types").objectValues()
    found |= {f"type {one.getId()}" for one in types if ours(getattr(one, "klass", ""))}
    workflows = api.portal.get_tool("portal_workflow")
    for name in ("case", "editorial", "section"):
        found |= {f"workflow {name} state {one}" for one in workflows[name].states.objectIds()}
        found |= {
            f"workflow {name} transition {t}" for t in workflows[name].transitions.objectIds()
        }
    return found


def stored(connection) -> set[str]:
    """Dotted names of the kit in every record reachable from the database's root."""
    storage = connection.db().storage
    found, waiting, seen = set(), [b"\0" * 8], set()
    while waiting:
        oid = waiting.pop()
        if oid in seen:
            continue
        seen.add(oid)
        data, _serial = storage.load(oid)
        found.update(f"{module.decode()}.{name.decode()}" for module, name in GLOBAL.findall(data))
        found.update(name.decode() for name in ACTION.findall(data))
        found.update(one.decode() for one in texts(data) if DOTTED.fullmatch(one))
        waiting += referencesf(data)
    return found


def texts(data: bytes) -> Iterator[bytes]:
    for start in TEXT.finditer(data):
        length = int.from_bytes(start[1], "little")
        yield data[start.end() : start.end() + length]


def annotations(portal) -> set[str]:
    brains = portal.portal_catalog.unrestrictedSearchResults(
        path="/".join(portal.getPhysicalPath())
    )
    places = [portal, *(brain._unrestrictedGetObject() for brain in brains)]
    return {key for place in places for key in IAnnotations(place, {})}


def ours(name: str) -> bool:
    return name.startswith(("eduportal.", "eduportal/"))
