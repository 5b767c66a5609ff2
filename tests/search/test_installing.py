"""Plone's text index gives way to ours and comes back; re-applying a profile empties neither."""

from Acquisition import aq_base
from dataclasses import replace
from eduportal import search
from eduportal.provisioning import install
from eduportal.search.index import VietnameseTextIndex
from eduportal.testing import SCHOOL
from io import BytesIO
from plone import api
from plone.dexterity.utils import createContentInContainer
from Products.GenericSetup.interfaces import IBody
from Products.GenericSetup.tests.common import DummyImportContext
from Products.ZCTextIndex.OkapiIndex import OkapiIndex
from Products.ZCTextIndex.ZCTextIndex import ZCTextIndex
from zope.component import getMultiAdapter
import tarfile
import transaction

UNIT = replace(SCHOOL, id="plain")


def catalog():
    return api.portal.get_tool("portal_catalog")


def index():
    return aq_base(catalog()._catalog.indexes["SearchableText"])


def found(typed):
    return [brain.getId for brain in catalog()(SearchableText=typed)]


def page(container, **fields):
    with api.env.adopt_roles(["Manager"]):
        return createContentInContainer(container, "Document", checkConstraints=False, **fields)


def setup():
    return api.portal.get_tool("portal_setup")


def test_a_portal_is_made_with_our_index_and_finds_its_sections_without_marks(portal):
    assert type(index()) is VietnameseTextIndex
    assert search.ensure_index(portal) is False
    with api.env.adopt_roles(["Manager"]):
        assert "gioi-thieu" in found("gioi thieu")


def test_a_site_that_has_content_finds_it_after_the_kit_is_installed(plain):
    with api.env.adopt_roles(["Manager"]):
        page(plain, id="cu", title="Trường Đỗ Quỳ")
        before = found("qui do")
        install(plain, UNIT)
        assert (before, found("qui do")) == ([], ["cu"])


def test_uninstalled_the_stock_index_is_back_and_filled(plain):
    stock = dict(vars(index()))
    with api.env.adopt_roles(["Manager"]):
        install(plain, UNIT)
        page(plain, id="moi", title="Bế giảng")
        setup().runAllImportStepsFromProfile("profile-eduportal:uninstall")
        back = index()
        again = search.give_back_index(plain)
        answers = found("be giang"), found("bế giảng")

    assert type(back) is ZCTextIndex
    assert {name: vars(back)[name] for name in SETTINGS} == {name: stock[name] for name in SETTINGS}
    assert type(back.index) is OkapiIndex
    assert back.getIndexSourceNames() == ["SearchableText"]
    assert (again, answers) == (False, (["moi"], ["moi"]))


SETTINGS = ("id", "_fieldname", "_indexed_attrs", "lexicon_id", "_index_factory", "_index_type")


def test_applying_profiles_again_neither_empties_nor_changes_the_index(portal):
    with api.env.adopt_roles(["Manager"]):
        page(portal["vi"], id="trang", title="Phòng chống đuối nước")
        before = index(), index().getCounter(), found("duoi nuoc")
        importer = getMultiAdapter((catalog(), DummyImportContext(portal, purge=False)), IBody)
        importer.body = PLONES_OWN
        setup().runAllImportStepsFromProfile("profile-eduportal:default")
        after = index(), index().getCounter(), found("duoi nuoc")
    assert before == after
    assert before[2] == ["trang"]


PLONES_OWN = b"""<?xml version="1.0"?>
<object name="portal_catalog" meta_type="Plone Catalog Tool">
 <object name="plone_lexicon" meta_type="ZCTextIndex Lexicon">
  <element group="Word Splitter" name="Unicode Whitespace splitter"/>
  <element group="Case Normalizer" name="Unicode Ignoring Accents Case Normalizer"/>
 </object>
 <index name="SearchableText" meta_type="ZCTextIndex">
  <indexed_attr value="SearchableText"/>
  <indexed_attr value="another"/>
  <extra name="index_type" value="Okapi BM25 Rank"/>
  <extra name="lexicon_id" value="plone_lexicon"/>
 </index>
</object>"""


def test_the_index_is_exported_by_name_and_kind(portal):
    with api.env.adopt_roles(["Manager"]):
        exported = setup().runExportStep("catalog")["tarball"]
    with tarfile.open(fileobj=BytesIO(exported)) as archive:
        catalogue = archive.extractfile("catalog.xml").read().decode()
    assert '<index name="SearchableText" meta_type="VietnameseTextIndex"/>' in catalogue


def test_a_profile_may_name_the_index_by_its_kind(portal):
    catalog().addIndex("another_text", "VietnameseTextIndex")
    assert type(aq_base(catalog()._catalog.indexes["another_text"])) is VietnameseTextIndex


def test_the_portals_transaction_carries_the_exchange(plain):
    install(plain, UNIT)
    transaction.savepoint()
    assert type(index()) is VietnameseTextIndex
