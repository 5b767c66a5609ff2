"""``@@pdf`` over the whole way: what is in the file, who gets it, how often it is made."""

from datetime import date
from eduportal import corrections
from eduportal import sections
from eduportal.interfaces import IEduportal
from eduportal.printing import IPrinted
from eduportal.printing import Text
from eduportal.printing import view
from eduportal.sharing import IShared
from plone import api
from plone.app.contenttypes.interfaces import ILink
from plone.app.textfield import RichTextValue
from tests.printing.conftest import pictures
from tests.printing.conftest import words
from zope.component import getGlobalSiteManager
from zope.component import getMultiAdapter
from zope.interface import alsoProvides
import pytest
import transaction

NEWS = "/vi/tin-tuc-su-kien"


@pytest.fixture(autouse=True)
def fresh():
    view.kept.clear()
    view.made.clear()


def test_a_news_item_is_saved_with_all_that_its_page_says(save, publish, photograph, managing):
    item = publish(
        "news",
        "Khai giảng",
        type="News Item",
        description="Năm học mới.",
        text='<h2>Chào cờ</h2><p>Đọc <a href="http://bo.vn/1">thư</a>.</p><ul><li>Hát</li></ul>',
        image=photograph,
        author_names="Nguyễn Văn A",
        reposted=True,
        source_name="Báo Giáo dục",
    )
    with managing():
        corrections.add(item, "Ngày đúng là 6/9.")
    answer = save(f"{NEWS}/khai-giang")
    assert answer.status == 200
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["X-Robots-Tag"] == "noindex"
    assert answer.headers["Content-Disposition"] == "attachment; filename*=UTF-8''khai-giang.pdf"
    assert pictures(answer.data) == 1
    today = view.today()
    url = f"http://nohost/plone{NEWS}/khai-giang"
    assert words(answer.data) == " ".join(
        [
            "Trường Tiểu học Hoa Sen (mẫu) Khai giảng Ngày đăng: 05/09/2026 · Nguyễn Văn A",
            f"Đính chính, {today:%d/%m/%Y} Ngày đúng là 6/9.",
            "Năm học mới. Chào cờ Đọc thư. • Hát",
            f"Nguồn: Báo Giáo dục Địa chỉ: {url} Ngày in: {today:%d/%m/%Y}",
            f"Trường Tiểu học Hoa Sen (mẫu) – {url} Trang 1/1",
        ]
    )


def test_every_kind_of_item_can_be_saved_and_says_what_it_is(save, publish, photograph, managing):
    publish("news", "Trang", text="<p>Lời</p>")
    publish("news", "Hội thảo", type="Event", location="Hội trường")
    publish("news", "Gom tin", type="Topic", gathered=("tết",))
    publish("news", "Gói bánh chưng", type="News Item", subject=("tết",))
    album = publish("news", "Album", type="Album", taken_on=date(2026, 9, 5))
    with managing():
        for name in ("mot", "hai", "ba"):
            api.content.create(album, "Image", name, title=f"Ảnh {name}", image=photograph)
    record = publish("document-register", "Về tuyển sinh", type="OfficialDocument", number="1/TB")
    lesson = publish("resource-library", "Bài giảng", type="Resource", link="http://bo.vn/1")
    paths = [f"/{'/'.join(one.getPhysicalPath()[2:])}" for one in (record, lesson)]
    answers = {
        name: save(path)
        for name, path in {
            "page": f"{NEWS}/trang",
            "event": f"{NEWS}/hoi-thao",
            "topic": f"{NEWS}/gom-tin",
            "album": f"{NEWS}/album",
            "document": paths[0],
            "resource": paths[1],
        }.items()
    }
    assert {name: answer.status for name, answer in answers.items()} == dict.fromkeys(answers, 200)
    found = {name: words(answer.data) for name, answer in answers.items()}
    assert "Lời" in found["page"]
    assert "Địa điểm Hội trường" in found["event"]
    assert "Gói bánh chưng" in found["topic"]
    assert "Ảnh mot" in found["album"] and "Ảnh ba" in found["album"]
    assert "1/TB" in found["document"]
    assert "http://bo.vn/1" in found["resource"]
    assert pictures(save(f"{NEWS}/album").data) == 3


def test_a_section_and_the_portal_have_no_file(save):
    assert [save(path).status for path in ("", "/vi", NEWS)] == [404, 404, 404]


def test_only_pictures_that_the_reader_may_see_are_in_the_file(save, publish, photograph, managing):
    shown = publish("news", "Có ảnh", type="Album")
    hidden = publish("news", "Ảnh kín", type="Album")
    with managing():
        for album in (shown, hidden):
            api.content.create(album, "Image", "anh", title="Ảnh", image=photograph)
        api.content.transition(hidden, "withdraw", comment="Sai")
        uid = hidden["anh"].UID()
    base = f"http://nohost/plone{NEWS}"
    text = "".join(
        f'<p><img src="{src}" alt="thay {n}"></p>'
        for n, src in enumerate(
            (
                f"{base}/co-anh/anh/@@images/image",
                f"{base}/anh-kin/anh/@@images/image",
                f"resolveuid/{uid}/@@images/image",
                "http://la.vn/x.png",
                "file:///etc/passwd",
                f"{base}/co-anh/../../khong/co",
                f"{base}/@@search",
            )
        )
    )
    publish("news", "Bài", text=text)
    data = save(f"{NEWS}/bai").data
    assert pictures(data) == 1
    assert "thay 1" in words(data) and "thay 3" in words(data)


def test_a_change_is_in_the_next_file_and_what_is_taken_down_is_gone(office, write):
    item = write("published", title="Tin", text=rich("cũ"))
    transaction.commit()
    url = f"{office.address(item)}/@@pdf"
    first = office.ask("", "GET", url)
    item.text = rich("mới")
    item.reindexObject()
    transaction.commit()
    second = office.ask("", "GET", url)
    assert ("cũ" in words(first.content), "mới" in words(second.content)) == (True, True)
    assert first.headers["ETag"] != second.headers["ETag"]
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(item, "withdraw", comment="Sai")
    transaction.commit()
    gone = office.ask("", "GET", url, headers={"If-None-Match": second.headers["ETag"]})
    assert gone.status_code in (302, 401, 410) and b"%PDF" not in gone.content


def test_a_draft_is_saved_by_its_editors_alone_and_kept_by_nobody(office, write):
    item = write("draft", title="Nháp", text=rich("kín"))
    transaction.commit()
    url = f"{office.address(item)}/@@pdf"
    mine = office.ask("chief", "GET", url)
    assert (mine.status_code, mine.headers["Cache-Control"]) == (200, "private, no-store")
    assert "ETag" not in mine.headers and "kín" in words(mine.content)
    other = office.ask("", "GET", url)
    assert other.status_code in (302, 401) and b"%PDF" not in other.content


def rich(words: str) -> RichTextValue:
    return RichTextValue(f"<p>{words}</p>", "text/html", "text/x-html-safe")


def test_the_same_file_is_made_once_and_not_sent_twice(save, publish, monkeypatch):
    publish("news", "Tin", type="News Item")
    first = save(f"{NEWS}/tin")
    monkeypatch.setattr(view, "pdf", None)  # making it again would fail
    assert save(f"{NEWS}/tin").data == first.data
    again = save(f"{NEWS}/tin", (("If-None-Match", first.headers["ETag"]),))
    assert (again.status, again.data) == (304, b"")


def test_who_asks_for_too_many_files_is_told_to_wait(save, publish, monkeypatch):
    publish("news", "Tin", type="News Item")
    monkeypatch.setattr(view, "MOST", 1)
    assert save(f"{NEWS}/tin").status == 200
    view.kept.clear()
    answer = save(f"{NEWS}/tin")
    assert (answer.status, answer.headers["Cache-Control"]) == (503, "no-store")
    assert int(answer.headers["Retry-After"]) > 0
    assert answer.headers["Retry-After"] in answer.data.decode()


def test_a_page_offers_to_print_and_save(visit, publish):
    publish("news", "Tin", type="News Item")
    page = visit(f"{NEWS}/tin")
    assert page.values(".edu-save a", "href") == [f"http://nohost/plone{NEWS}/tin/@@pdf"]
    transaction.abort()


def test_an_add_on_gives_its_own_type_a_form_on_paper(portal):
    sites = getGlobalSiteManager()
    made_of = ((ILink, IEduportal), IPrinted)
    with api.env.adopt_roles(["Manager"]):
        link = api.content.create(sections.find("news"), "Link", title="Thực đơn")
        alsoProvides(link, IShared)
        sites.registerAdapter(lambda content, request: [Text("Thứ Hai: cơm")], *made_of)
        try:
            data = getMultiAdapter((link, portal.REQUEST), name="pdf")()
        finally:
            sites.unregisterAdapter(None, *made_of)
    assert "Thực đơn" in words(data) and "Thứ Hai: cơm" in words(data)
