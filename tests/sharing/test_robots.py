"""What search engines are asked to leave alone, on both ways to reach a portal."""

from eduportal.sharing.robots import PAGES
from plone import api
from plone.base.interfaces import ISiteSchema
import requests
import transaction


def answer(http, path: str) -> list[str]:
    return requests.get(f"http://{http['host']}:{http['port']}{path}").text.splitlines()


def test_a_portal_on_its_own_host_asks_for_its_own_addresses(http):
    start = f"http://{http['host']}:{http['port']}"
    own = "/VirtualHostBase/https/c1hoasen.edu.vn:443/plone/VirtualHostRoot/robots.txt"
    assert (
        answer(http, own)
        == [
            "User-agent: *",
            *(f"Disallow: /*/{page}" for page in PAGES),
            "",
            "Sitemap: https://c1hoasen.edu.vn/sitemap.xml",
            "",
        ][:-1]
    )
    assert answer(http, "/plone/robots.txt")[1] == "Disallow: /plone/*/@@search"
    assert answer(http, "/plone/robots.txt")[-1] == f"Sitemap: {start}/plone/sitemap.xml"


def test_what_an_administrator_wrote_wins(http):
    name = "plone.robots_txt"
    api.portal.set_registry_record(name, "User-agent: *\nDisallow: /\n# {portal_url}\n")
    transaction.commit()
    start = f"http://{http['host']}:{http['port']}"
    assert answer(http, "/plone/robots.txt") == [
        "User-agent: *",
        "Disallow: /",
        f"# {start}/plone",
    ]
    api.portal.set_registry_record(name, ISiteSchema["robots_txt"].default)
    transaction.commit()
