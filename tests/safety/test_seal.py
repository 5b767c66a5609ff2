"""Neighbours are sealed off: by path, by host, by cookie."""

import requests


def get(district, path, **options):
    return requests.get(district.url + path, allow_redirects=False, timeout=60, **options)


def hosted(district, unit_id, path):
    """The path of a request that nginx sends on for a unit at a host of its own."""
    return f"/VirtualHostBase/https/www.example.edu.vn:443/{unit_id}/VirtualHostRoot{path}"


def test_a_neighbour_is_not_shown_below_a_portals_path(district):
    answers = {
        path: get(district, path).status_code
        for path in (
            "/hoa-sen/vi",
            "/so-mau/hoa-sen/vi",
            "/so-mau/vi/hoa-sen/vi",
            "/so-mau/hoa-sen/@@sitemap",
            "/so-mau/hoa-sen/vi/@@plone_portal_state",
        )
    }

    assert answers == {
        "/hoa-sen/vi": 200,
        "/so-mau/hoa-sen/vi": 404,
        "/so-mau/vi/hoa-sen/vi": 404,
        "/so-mau/hoa-sen/@@sitemap": 404,
        "/so-mau/hoa-sen/vi/@@plone_portal_state": 404,
    }


def test_a_neighbour_is_not_shown_under_a_portals_host(district):
    own = get(district, hosted(district, "so-mau", "/vi"))
    neighbours = get(district, hosted(district, "so-mau", "/hoa-sen/vi"))

    assert (own.status_code, neighbours.status_code) == (200, 404)
    assert "Hoa Sen" not in neighbours.text


def test_a_neighbour_does_not_answer_over_rest_either(district):
    json = {"Accept": "application/json"}

    assert get(district, "/so-mau/hoa-sen/vi", headers=json).status_code == 404
    assert get(district, "/so-mau/hoa-sen/@search", headers=json).status_code == 404
