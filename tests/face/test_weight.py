"""What a page loads: visitors no editor code, editors all of it."""

import re


def bundles(page) -> dict[str, list[str]]:
    return {
        "scripts": page.values("script[src]", "data-bundle"),
        "styles": page.values("link[rel=stylesheet]", "data-bundle"),
    }


def test_a_visitor_loads_the_menu_script_and_the_theme_alone(visit):
    assert bundles(visit("/vi")) == {"scripts": ["eduportal"], "styles": ["diazo"]}


def test_somebody_signed_in_loads_plone_too(visit):
    loaded = bundles(visit("/vi", signed_in=True))
    assert {"plone", "eduportal"} <= set(loaded["scripts"])
    assert {"diazo", "eduportal-editor"} <= set(loaded["styles"])


def test_the_theme_is_there_under_an_address_without_a_name(visit):
    page = visit("/vi", host="http://127.0.0.1")
    (theme,) = [one for one in page.values("link[data-bundle=diazo]", "href")]
    assert re.sub(r"\+\+webresource\+\+[^/]+/", "", theme) == (
        "http://127.0.0.1/plone/++theme++eduportal/css/eduportal.css"
    )


def test_the_files_of_the_theme_are_served(portal):
    served = [
        portal.restrictedTraverse(f"++theme++eduportal/{name}")
        for name in ("css/eduportal.css", "css/editor.css", "js/face.js")
    ]
    assert [type(one).__name__ for one in served] == ["FilesystemFile"] * 3


def test_a_visitors_page_carries_no_settings_of_plones_scripts(visit):
    body = visit("/vi").tree.cssselect("body")[0]
    assert {name for name in body.attrib if name.startswith("data-")} == {"data-palette"}
