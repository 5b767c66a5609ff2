"""The contract of OfficialDocument over plone.restapi, by real requests."""

import base64
import pytest
import unicodedata

CIRCULAR = {
    "@type": "OfficialDocument",
    "title": "Quy định về tổ chức hoạt động, sử dụng thư điện tử và cổng thông tin điện tử",
    "number": "53/2012/TT-BGDĐT",
    "kind": "Thông tư",
    "issuer": "Bộ Giáo dục và Đào tạo",
    "signer": "Trần Quang Quý",
    "signer_title": "KT. Bộ trưởng – Thứ trưởng",
    "issued_on": "2012-12-20",
    "effective_on": "2013-02-03",
    "expires_on": "2020-11-20",
    "subject_areas": ["Công nghệ thông tin", "Công khai"],
    "addressees": ["Văn phòng Chính phủ", "Các sở giáo dục và đào tạo"],
}
FIELDS = (
    "title",
    "title_en",
    "number",
    "kind",
    "issuer",
    "signer",
    "signer_title",
    "issued_on",
    "effective_on",
    "expires_on",
    "subject_areas",
    "addressees",
    "attachments",
)
RELATIONS = [
    "replaces",
    "repeals",
    "repeals_in_part",
    "amends",
    "suspends",
    "guides",
    "based_on",
    "related",
]
PDF = b"%PDF-1.4 m\xe1\xba\xabu"


def attachment(filename="thong-tu.pdf", data=PDF, **more):
    return {
        "filename": filename,
        "content-type": "application/pdf",
        "data": base64.b64encode(data).decode(),
        "encoding": "base64",
        **more,
    }


def fields(answer):
    return {name: answer[name] for name in FIELDS}


def test_a_record_is_made_with_names_and_answers_with_tokens_and_titles(rest):
    answer = rest.add("document-register", **CIRCULAR)
    assert answer.status_code == 201, answer.text
    made = answer.json()
    assert made["@id"] == f"{rest.address('document-register')}/53-2012-tt-bgddt"
    assert fields(rest.json("GET", made["@id"]).json()) == {
        "title": CIRCULAR["title"],
        "title_en": None,
        "number": "53/2012/TT-BGDĐT",
        "kind": {"token": "thong-tu", "title": "Thông tư"},
        "issuer": {"token": "bo-gddt", "title": "Bộ Giáo dục và Đào tạo"},
        "signer": "Trần Quang Quý",
        "signer_title": "KT. Bộ trưởng – Thứ trưởng",
        "issued_on": "2012-12-20",
        "effective_on": "2013-02-03",
        "expires_on": "2020-11-20",
        "subject_areas": ["Công nghệ thông tin", "Công khai"],
        "addressees": ["Văn phòng Chính phủ", "Các sở giáo dục và đào tạo"],
        "attachments": [],
    }


def test_tokens_are_taken_as_well_as_names(rest):
    data = CIRCULAR | {"kind": "thong-tu", "issuer": "bo-gddt"}
    made = rest.add("document-register", **data).json()
    assert (made["kind"], made["issuer"]) == (
        {"token": "thong-tu", "title": "Thông tư"},
        {"token": "bo-gddt", "title": "Bộ Giáo dục và Đào tạo"},
    )


def test_an_issuer_that_is_not_listed_is_taken_as_a_new_one(rest):
    made = rest.add("document-register", **CIRCULAR | {"issuer": "Đảng ủy xã Mẫu"}).json()
    assert made["issuer"] == {"token": "dang-uy-xa-mau", "title": "Đảng ủy xã Mẫu"}


def test_a_kind_that_is_not_listed_is_refused_naming_what_is_allowed(rest):
    answer = rest.add("document-register", **CIRCULAR | {"kind": "Thông tri"})
    assert answer.status_code == 400
    assert "“Thông tri” " in answer.json()["message"]
    assert "Thông tư; Thông tư liên tịch" in answer.json()["message"]


def test_attachments_keep_their_order_and_are_changed_by_one_list(rest):
    first = attachment("mot.pdf", title="Toàn văn")
    second = attachment("hai.pdf", b"%PDF-1.4 hai")
    made = rest.add("document-register", **CIRCULAR, attachments=[first, second]).json()
    assert "@id" in made, made
    here = made["@id"]
    one = {
        "@id": f"{here}/mot.pdf",
        "title": "Toàn văn",
        "filename": "mot.pdf",
        "content_type": "application/pdf",
        "size": len(PDF),
    }
    two = one | {"@id": f"{here}/hai.pdf", "title": "hai.pdf", "filename": "hai.pdf", "size": 12}
    assert made["attachments"] == [one, two], made

    third = attachment("ba.pdf", b"%PDF-1.4 ba")
    rest.json("PATCH", here, attachments=[{"@id": two["@id"]}, third, {"@id": one["@id"]}])
    three = two | {"@id": f"{here}/ba.pdf", "title": "ba.pdf", "filename": "ba.pdf", "size": 11}
    assert rest.json("GET", here).json()["attachments"] == [two, three, one]

    rest.json("PATCH", here, attachments=[three])
    assert rest.json("GET", here).json()["attachments"] == [three]


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ("not a list", "Tệp đính kèm là một danh sách các đối tượng."),
        ([{"filename": "a.pdf"}], "Tệp đính kèm phải có “data”, hoặc “@id” của tệp đã có."),
        ([{"data": "eA=="}], "Tệp đính kèm phải có “filename”."),
        (
            [{"filename": "a", "data": "é", "encoding": "base64"}],
            "Dữ liệu của tệp đính kèm không phải base64.",
        ),
    ],
)
def test_a_bad_attachment_is_refused_with_a_sentence(rest, given, message):
    answer = rest.add("document-register", **CIRCULAR, attachments=given)
    assert answer.status_code == 400
    assert message in answer.json()["message"]


def test_a_number_is_filed_once_per_issuer_and_year(rest):
    first = rest.add("document-register", **CIRCULAR).json()
    again = CIRCULAR | {"number": "53/2012/tt-bgddt", "title": "Lần nữa"}
    answer = rest.add("document-register", **again)
    assert answer.status_code == 400
    assert f"“{CIRCULAR['title']}” ({first['@id']})" in answer.json()["message"]
    other_issuer = rest.add("document-register", **again | {"issuer": "Chính phủ"})
    other_year = rest.add("document-register", **again | {"issued_on": "2013-01-02"})
    without = [rest.add("document-register", **CIRCULAR | {"number": ""}) for _turn in range(2)]
    statuses = [one.status_code for one in (other_issuer, other_year, *without)]
    assert statuses == [201, 201, 201, 201]


def test_editing_a_record_is_not_a_duplicate_of_itself(rest):
    made = rest.add("document-register", **CIRCULAR).json()
    answer = rest.json("PATCH", made["@id"], number="53/2012/TT-BGDĐT", signer="Người khác")
    assert answer.status_code == 204, answer.text


@pytest.mark.parametrize(
    ("dates", "sentence"),
    [
        ({"effective_on": "2012-12-19"}, "03/02/2013"),
        ({"expires_on": "2013-02-02"}, "02/02/2013"),
    ],
)
def test_dates_that_contradict_each_other_are_refused(rest, dates, sentence):
    answer = rest.add("document-register", **CIRCULAR | dates)
    assert answer.status_code == 400
    day = next(iter(dates.values()))
    year, month, date = day.split("-")
    assert f"{date}/{month}/{year}" in answer.text


def test_halves_of_letters_are_not_stored(rest):
    """JSON can carry them; one such title would break the feed and the files of all others."""
    broken = {
        "title": "Về việc \ud800khai giảng",
        "number": "12\udfff/CV",
        "signer": "\ud800Nguyễn Văn An",
        "addressees": ["Các trường\ud800", "\udfff"],
    }
    made = rest.add("document-register", **{"@type": "OfficialDocument"} | broken)
    assert made.status_code == 201, made.text
    rest.publish(made.json()["@id"])
    stored = rest.json("GET", made.json()["@id"]).json()
    assert {name: stored[name] for name in broken} == {
        "title": "Về việc khai giảng",
        "number": "12/CV",
        "signer": "Nguyễn Văn An",
        "addressees": ["Các trường"],
    }


def test_decomposed_text_is_stored_composed(rest):
    nfd = {
        name: unicodedata.normalize("NFD", CIRCULAR[name])
        for name in ("title", "number", "kind", "issuer", "signer")
    }
    nfd["subject_areas"] = [unicodedata.normalize("NFD", "Công khai")]
    made = rest.add("document-register", **CIRCULAR | nfd).json()
    stored = rest.json("GET", made["@id"]).json()
    assert {name: stored[name] for name in ("title", "number", "signer", "subject_areas")} == {
        "title": CIRCULAR["title"],
        "number": CIRCULAR["number"],
        "signer": CIRCULAR["signer"],
        "subject_areas": ["Công khai"],
    }
    assert (stored["kind"]["token"], stored["issuer"]["token"]) == ("thong-tu", "bo-gddt")
    assert rest.add("document-register", **CIRCULAR).status_code == 400


def test_the_type_describes_its_fields(rest):
    url = f"{rest.base}/plone/@types/OfficialDocument"
    answer = rest.json("GET", url)
    assert answer.status_code == 200, answer.text
    fieldsets = answer.json()["fieldsets"]
    assert [one["fields"] for one in fieldsets[:2]] == [list(FIELDS), RELATIONS]
