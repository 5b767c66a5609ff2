"""What search engines are asked to leave alone, on both ways to reach a portal."""

from eduportal.sharing.robots import PAGES
from pathlib import Path
from plone import api
from plone.base.interfaces import ISiteSchema
import csv
import requests
import transaction

UNITS = Path(__file__).parents[1] / "units.csv"


def answer(http, path: str) -> list[str]:
    return requests.get(f"http://{http['host']}:{http['port']}{path}").text.splitlines()


def test_a_portal_asks_for_the_addresses_below_its_own(http):
    start = f"http://{http['host']}:{http['port']}"
    assert answer(http, "/plone/robots.txt") == [
        "User-agent: *",
        *(f"Disallow: /plone/*/{page}" for page in PAGES),
        "",
        f"Sitemap: {start}/plone/sitemap.xml",
    ]


def test_on_a_host_of_its_own_no_path_stands_before_them(district):
    own = "/VirtualHostBase/https/c1hoasen.edu.vn:443/hoa-sen/VirtualHostRoot/robots.txt"
    found = requests.get(f"{district.url}{own}").text.splitlines()
    assert (found[1], found[-1]) == (
        "Disallow: /*/@@search",
        "Sitemap: https://c1hoasen.edu.vn/sitemap.xml",
    )


def test_the_root_of_an_instance_names_the_portals_without_a_domain(district):
    found = requests.get(f"{district.url}/robots.txt")
    assert found.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert found.text.splitlines()[1] == "Disallow: /*/@@search"
    maps = {one for one in found.text.splitlines() if one.startswith("Sitemap")}
    with open(UNITS, encoding="utf-8") as file:
        without = [row["id"] for row in csv.DictReader(file) if not row["domain"]]
    assert maps == {f"Sitemap: {district.url}/{one}/sitemap.xml" for one in without}


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
