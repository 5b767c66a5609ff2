"""Filing a document through the web, as an editor's browser does it."""

from lxml import html
import pytest


@pytest.fixture
def fill(rest):
    """Opens a form, fills it in, sends it; answers with the page that follows."""

    def send(address, files=(), **values):
        page = rest.page(address, user=rest.manager)
        (form,) = [
            form
            for form in html.fromstring(page.content).forms
            if "form.widgets.issued_on" in form.fields
        ]
        data = dict(form.form_values())
        data |= {f"form.widgets.{name}": value for name, value in values.items()}
        data["form.buttons.save"] = "Save"
        name = "form.widgets.IAttachments.attachments:list"
        uploads = [(name, (filename, content)) for filename, content in files]
        return rest.manager.post(address, data=data, files=uploads or {"": ("", b"")})

    return send


def test_a_document_and_its_files_are_filed_in_one_form(rest, fill):
    register = rest.address("document-register")
    page = fill(
        f"{register}/++add++OfficialDocument",
        files=[("mot.pdf", b"%PDF-1.4 1"), ("hai.pdf", b"%PDF-1.4 22")],
        title="Kế hoạch năm học",
        number="12/KH-HS",
        issuer="bo-gddt",
        issued_on="2026-09-01",
    )
    assert page.status_code == 200, page.text
    made = rest.json("GET", f"{register}/12-kh-hs").json()
    assert (made["issuer"]["title"], made["issued_on"]) == ("Bộ Giáo dục và Đào tạo", "2026-09-01")
    assert [(one["filename"], one["size"]) for one in made["attachments"]] == [
        ("mot.pdf", 10),
        ("hai.pdf", 11),
    ]

    fill(f"{made['@id']}/edit", **{"IAttachments.attachments.remove:list": "mot.pdf"})
    left = rest.json("GET", made["@id"]).json()["attachments"]
    assert [one["filename"] for one in left] == ["hai.pdf"]


def test_a_duplicate_is_refused_in_the_form_with_the_first_ones_address(rest, fill):
    register = rest.address("document-register")
    data = {"title": "Một", "number": "1/QĐ-HS", "issuer": "Chính phủ", "issued_on": "2026-09-01"}
    rest.add("document-register", **{"@type": "OfficialDocument"} | data)
    page = fill(f"{register}/++add++OfficialDocument", **data)
    links = html.fromstring(page.content).xpath("//*[contains(@class, 'alert')]//a/@href")
    assert links == [f"{register}/1-qd-hs"]


def test_a_form_that_comes_back_names_the_files_that_are_to_be_chosen_again(rest, fill):
    register = rest.address("document-register")
    files = [("mot.pdf", b"%PDF-1.4 1"), ("C:\\hai <b>.pdf", b"%PDF-1.4 22")]
    dates = {"issued_on": "2026-09-02", "effective_on": "2026-09-01"}
    page = fill(f"{register}/++add++OfficialDocument", files, title="Kế hoạch", **dates)

    widget = "//*[@class='attachments-widget']"
    said = html.fromstring(page.content).xpath(f"{widget}//p[contains(@class, 'text-danger')]/span")
    assert [one.text_content() for one in said] == ["mot.pdf, hai <b>.pdf"]
    untouched = html.fromstring(
        rest.page(f"{register}/++add++OfficialDocument", user=rest.manager).content
    )
    assert untouched.xpath(f"{widget}//p") == []


@pytest.mark.parametrize("panel", ["documents", "resources"])
def test_the_lists_are_edited_in_a_control_panel(rest, panel):
    page = rest.page(f"{rest.base}/plone/@@eduportal-{panel}-controlpanel", user=rest.manager)
    assert page.status_code == 200
    names = html.fromstring(page.content).xpath("//textarea/@name")
    assert names == [
        f"form.widgets.{name}"
        for name in {
            "documents": ("kinds", "issuers", "areas"),
            "resources": ("kinds", "subjects", "groups", "licences"),
        }[panel]
    ]
