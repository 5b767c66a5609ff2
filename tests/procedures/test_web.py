"""``@@procedures-table`` over HTTP: a preview stores nothing, who may not add is kept out."""

from eduportal.sections import find
from lxml import html
from plone import api
from tests.content_types.conftest import rest
import requests
import transaction

__all__ = ["rest"]

ROWS = [["Tên thủ tục", "Thời hạn"], ["Xác nhận học sinh", "1"], ["Hỏng", "vài ngày"]]


def stored():
    transaction.begin()
    return sorted(
        brain.Title
        for brain in api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
            portal_type="Procedure"
        )
    )


def form_of(answer, value):
    page = html.fromstring(answer.content)
    page.make_links_absolute(answer.url)
    return next(form for form in page.forms if form.xpath(f".//button[@value='{value}']"))


def test_preview_then_import(rest, xlsx_of):
    url = f"{rest.address('procedure-list', 'en')}/@@procedures-table"
    assert rest.visitor.get(url, allow_redirects=False).status_code in (302, 401)
    form = form_of(rest.manager.get(url), "preview")
    files = {"file": ("thu-tuc.xlsx", xlsx_of(ROWS, title="Thủ tục"))}
    data = dict(form.form_values()) | {"do": "preview"}
    preview = rest.manager.post(form.action, data=data, files=files)
    text = html.fromstring(preview.content).text_content()
    assert ("To be added: 1" in " ".join(text.split()), "vài ngày" in text, stored()) == (
        True,
        True,
        [],
    )
    confirm = form_of(preview, "import")
    data = dict(confirm.form_values()) | {"do": "import", "state": "published"}
    done = rest.manager.post(confirm.action, data=data)
    assert (done.status_code, stored()) == (200, ["Xác nhận học sinh"])
    transaction.begin()
    (made,) = [one for one in find("procedure-list").objectValues() if one.days == 1]
    assert api.content.get_state(made) == "published"


def test_without_the_forms_token_or_with_rubbish_nothing_is_stored(rest):
    url = f"{rest.address('procedure-list')}/@@procedures-table"
    assert rest.manager.post(url, data={"do": "import", "data": "AAAA"}).status_code == 403
    form = form_of(rest.manager.get(url), "preview")
    for data in ("%%%", "AAAA", ""):
        values = dict(form.form_values()) | {"do": "import", "data": data, "filename": "x.xlsx"}
        assert rest.manager.post(url, data=values).status_code == 200
    assert stored() == []
    taken = rest.manager.get(url, params={"download": "template"})
    assert (taken.content[:2], taken.headers["Cache-Control"]) == (b"PK", "private, no-store")
    anonymous = requests.get(url, params={"download": "table"}, allow_redirects=False)
    assert anonymous.status_code in (302, 401)
