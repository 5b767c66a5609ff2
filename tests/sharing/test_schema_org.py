"""Structured data of the kinds of pages."""

from datetime import date
from datetime import datetime
from eduportal import corrections
from eduportal import mandate
from eduportal.sharing.organization import types
from pytz import UTC
from tests.sharing.conftest import graph
import transaction

VI = "http://nohost/plone/vi"


def test_every_kind_of_unit_has_a_type():
    assert set(types()) == set(mandate.kinds())


def test_the_home_page_describes_the_school_and_its_search(visit):
    school = {
        "@id": "http://nohost/plone#organization",
        "@type": "ElementarySchool",
        "name": "Trường Tiểu học Hoa Sen (mẫu)",
        "alternateName": "Hoa Sen Primary School (sample)",
        "url": VI,
        "address": "Số 1 đường Mẫu, xã Mẫu, tỉnh Mẫu",
        "telephone": "0200 000 0001",
        "email": "vanthu@c1hoasen.tinhmau.edu.vn",
    }
    found = graph(visit("/vi"))
    assert found["ElementarySchool"] == school
    assert found["WebSite"]["potentialAction"]["target"]["urlTemplate"] == (
        f"{VI}/@@search?SearchableText={{search_term_string}}"
    )


def test_a_news_item_with_a_hostile_title_is_described_and_stays_in_its_script(
    visit, publish, managing
):
    title = "</script><script>alert(1)</script> & Tết"
    item = publish(
        "news",
        title,
        type="News Item",
        id="tet",
        author_names="Nguyễn Văn A, Trần Thị B",
        reposted=True,
        source_name="Báo Giáo dục",
        source_url="https://bao.vn/1",
    )
    with managing():
        corrections.add(item, "Ngày đúng là 6/9.")
    page = visit("/vi/tin-tuc-su-kien/tet")
    assert not [one for one in page.tree.cssselect("script") if "alert" in (one.text or "")[:10]]
    news = graph(page)["NewsArticle"]
    assert news.pop("dateModified").endswith("+07:00")
    assert news.pop("correction")[0]["text"] == "Ngày đúng là 6/9."
    assert news == {
        "@type": "NewsArticle",
        "@id": f"{VI}/tin-tuc-su-kien/tet#item",
        "url": f"{VI}/tin-tuc-su-kien/tet",
        "name": title,
        "headline": title,
        "inLanguage": "vi",
        "datePublished": "2026-09-05T08:00:00+07:00",
        "author": [
            {"@type": "Person", "name": "Nguyễn Văn A"},
            {"@type": "Person", "name": "Trần Thị B"},
        ],
        "isBasedOn": "https://bao.vn/1",
        "sourceOrganization": {"@type": "Organization", "name": "Báo Giáo dục"},
        "publisher": {
            "@type": "ElementarySchool",
            "@id": "http://nohost/plone#organization",
            "name": "Trường Tiểu học Hoa Sen (mẫu)",
            "url": VI,
        },
    }


def test_the_way_from_home_is_told(visit, publish):
    publish("news", "Khai giảng", type="News Item")
    assert graph(visit("/vi/tin-tuc-su-kien/khai-giang"))["BreadcrumbList"]["itemListElement"] == [
        {"@type": "ListItem", "position": 1, "name": "Trang chủ", "item": VI},
        {
            "@type": "ListItem",
            "position": 2,
            "name": "Tin tức – Sự kiện",
            "item": f"{VI}/tin-tuc-su-kien",
        },
        {
            "@type": "ListItem",
            "position": 3,
            "name": "Khai giảng",
            "item": f"{VI}/tin-tuc-su-kien/khai-giang",
        },
    ]


def test_an_event_has_its_hours_in_the_time_of_viet_nam(visit, publish):
    publish(
        "news",
        "Họp phụ huynh",
        type="Event",
        start=datetime(2026, 9, 12, 1, 0, tzinfo=UTC),
        end=datetime(2026, 9, 12, 3, 30, tzinfo=UTC),
        location="Hội trường",
    )
    event = graph(visit("/vi/tin-tuc-su-kien/hop-phu-huynh"))["Event"]
    assert {name: event[name] for name in ("startDate", "endDate", "location")} == {
        "startDate": "2026-09-12T08:00:00+07:00",
        "endDate": "2026-09-12T10:30:00+07:00",
        "location": {"@type": "Place", "name": "Hội trường", "address": "Hội trường"},
    }


def test_a_decision_is_legislation_and_an_undated_record_a_document(visit, publish):
    decision = publish(
        "document-register",
        "Quyết định về tuyển sinh",
        type="OfficialDocument",
        id="qd",
        number="12/QĐ-SGDĐT",
        issued_on=date(2026, 3, 2),
        effective_on=date(2026, 3, 3),
        issuer="Sở Giáo dục và Đào tạo",
    )
    paths = ["/".join(("", *decision.getPhysicalPath()[2:]))]
    letter = publish("document-register", "Giấy mời", type="OfficialDocument", id="gm")
    paths.append("/".join(("", *letter.getPhysicalPath()[2:])))
    law = graph(visit(paths[0]))["Legislation"]
    assert law["legislationIdentifier"] == "12/QĐ-SGDĐT"
    assert law["legislationDate"] == "2026-03-02"
    assert law["legislationLegalForce"] == "https://schema.org/InForce"
    assert set(graph(visit(paths[1]))) == {"DigitalDocument", "BreadcrumbList"}


def test_a_section_is_a_collection(visit):
    transaction.commit()
    assert set(graph(visit("/en/about-us"))) == {"CollectionPage", "BreadcrumbList"}
