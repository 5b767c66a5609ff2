"""Nothing that the five seed documents demand is left out: ``inventory.csv`` lists it."""

from eduportal.mandate import catalogue
from pathlib import Path
import csv
import pytest

with (Path(__file__).parent / "inventory.csv").open(encoding="utf-8") as file:
    INVENTORY = list(csv.DictReader(file))


def test_every_item_of_the_inventory_is_a_requirement_with_its_kind_tiers_and_citations():
    expected = {
        row["id"]: (row["kind"], tuple(row["tiers"].split()), int(row["citations"]))
        for row in INVENTORY
    }
    found = {
        one.id: (one.kind, one.tiers, len(one.citations))
        for one in catalogue().requirements()
        if one.origin == "eduportal"
    }
    assert found == expected


@pytest.mark.parametrize("item", [row["id"] for row in INVENTORY if row["kind"] == "section"])
def test_a_section_item_has_a_section_in_every_tier_that_it_names(item: str):
    mandate = catalogue()
    requirement = mandate.requirement(item)
    without = [
        code
        for code, kind in mandate.kinds().items()
        if mandate.applies(requirement, kind.tier) and not mandate.serving(item, code)
    ]
    assert without == []


def test_every_other_item_names_the_capability_that_meets_it_built_or_planned():
    others = [one for one in catalogue().requirements() if one.kind != "section"]
    assert [one.id for one in others if not one.capability] == []
    checks = {(one.state, one.check) for one in others}
    assert checks == {("built", "feature"), ("planned", "manual")}


def test_every_citation_quotes_a_known_source():
    mandate = catalogue("newer-law")
    citations = [citation for one in mandate.requirements() for citation in one.citations]
    assert len(citations) == 627
    assert [one for one in citations if not (one.quote.strip() and one.where.strip())] == []
    assert {one.source for one in citations} <= {source.id for source in mandate.sources()}


def test_what_is_built_is_this_short_list():
    built = {
        one.id
        for one in catalogue().requirements()
        if one.origin == "eduportal" and one.check == "feature"
    }
    assert built == {
        "access-statistics",
        "accessibility",
        "administrative-document-types",
        "chief-editor",
        "colour-scheme",
        "content-review",
        "contributors",
        "custom-sections",
        "document-download",
        "document-email-notice",
        "document-search",
        "domain-authority",
        "domain-edu-vn",
        "domain-level-codes",
        "domain-school",
        "easy-access",
        "editorial-board",
        "editors",
        "entry-level-admission",
        "english-version",
        "evaluation-email-documents",
        "free-of-charge",
        "head-accountability",
        "home-page",
        "mail-official-only",
        "mailbox-name-pattern",
        "mailbox-shared-domain",
        "member-site-address",
        "member-site-autonomy",
        "member-sites",
        "mobile",
        "model-portal-layout",
        "moet-mailboxes-so",
        "moet-mailboxes-units",
        "moet-resource-link",
        "navigation-menu-banner",
        "no-free-hosting",
        "no-resource-duplication",
        "online-application",
        "open-document-formats",
        "open-source",
        "parent-portal-link",
        "portal-required",
        "prefilled-templates",
        "provincial-procedure-set",
        "publication-workflow",
        "royalties",
        "rss",
        "rss-sector-feed",
        "section-deadlines",
        "service-integration",
        "service-levels",
        "site-search",
        "social-sharing",
        "source-attribution",
        "tags-keywords",
        "thematic-pages",
        "theme-customisation",
        "unicode-tcvn-6909",
        "unit-feedback",
    }
