"""The kit is taken away and comes back: what was read stays, what is new is read then."""

from dataclasses import replace
from eduportal import fulltext
from eduportal.provisioning import install
from eduportal.testing import SCHOOL
from plone import api
from plone.registry.interfaces import IRegistry
from tests.fulltext.conftest import blob_file
from zope.component import getUtility

UNIT = replace(SCHOOL, id="plain")


def uninstall():
    setup = api.portal.get_tool("portal_setup")
    setup.runAllImportStepsFromProfile("profile-eduportal:uninstall")


def records():
    return [name for name in getUtility(IRegistry).records if name.startswith("eduportal.fulltext")]


def put(site, words, name):
    with api.env.adopt_roles(["Manager"]):
        return api.content.create(site, "File", title=name, file=blob_file(words, name))


def test_files_that_were_there_before_the_kit_wait_to_be_read(plain):
    old = put(plain, "Hội khỏe", "cu.txt")
    install(plain, UNIT)
    assert list(fulltext.queue_of(plain)) == [old.UID()]
    assert fulltext.reading(old).state == "waiting"
    assert records() == [
        "eduportal.fulltext.largest_megabytes",
        "eduportal.fulltext.recognition_minutes",
    ]


def test_uninstalled_it_reads_nothing_more_and_keeps_what_was_read(desk):
    read = desk.loose("Hội khỏe", "doc.txt")
    desk.read()
    uninstall()
    new = desk.loose("Ngoại khóa", "moi.txt")
    gone = fulltext.queue_of(desk.portal), records(), fulltext.reading(new), fulltext.text_of(read)
    report = fulltext.read_waiting(desk.portal)
    install(desk.portal, SCHOOL)

    assert gone == (None, [], None, "Hội khỏe")
    assert report == fulltext.Report((), 0)
    assert list(fulltext.queue_of(desk.portal)) == [new.UID()]
