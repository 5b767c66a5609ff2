"""``@documents``: the register for programs, with the keys of its contract."""

import pytest

KINDS = ("thong-tu", "quyet-dinh", "thong-tu", "cong-van", "thong-tu")


@pytest.fixture
def register(rest):
    """Five published records of different days."""
    for at, kind in enumerate(KINDS, start=1):
        record = {
            "@type": "OfficialDocument",
            "title": f"Văn bản về <chủ đề> {at}",
            "number": f"{at}/2024/TT-MAU",
            "kind": kind,
            "issuer": "Bộ Giáo dục và Đào tạo",
            "signer": "Nguyễn Văn An" if at % 2 else "Trần Thị Bình",
            "subject_areas": ["Giáo dục tiểu học", "Giáo dục mầm non"][: at % 3],
            "issued_on": f"2024-0{at}-15",
        }
        answer = rest.add("document-register", **record)
        assert answer.status_code == 201, answer.text
        rest.publish(answer.json()["@id"])
    return rest


def ask(register, where="", language="vi", **asked):
    base = where or register.address("document-register", language)
    headers = {"Accept": "application/json"}
    return register.visitor.get(f"{base}/@documents", params=asked, headers=headers)


def test_the_answer_has_the_contracts_keys(register):
    place = register.address("document-register")
    answer = ask(register, q="chủ đề 2/2024")
    assert answer.headers["Content-Type"] == "application/json"
    assert answer.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert answer.json() == {
        "@id": f"{place}/@documents?q=ch%E1%BB%A7+%C4%91%E1%BB%81+2%2F2024",
        "total": 1,
        "items": [
            {
                "@id": f"{place}/2-2024-tt-mau",
                "number": "2/2024/TT-MAU",
                "title": "Văn bản về <chủ đề> 2",
                "kind": "quyet-dinh",
                "issuer": "Bộ Giáo dục và Đào tạo",
                "issued_on": "2024-02-15",
                "validity": "in-force",
                "snippet": "",
            }
        ],
        "facets": {
            "kind": [{"value": "quyet-dinh", "title": "Quyết định", "count": 1}],
            "issuer": [
                {
                    "value": "Bộ Giáo dục và Đào tạo",
                    "title": "Bộ Giáo dục và Đào tạo",
                    "count": 1,
                }
            ],
            "signer": [{"value": "Trần Thị Bình", "title": "Trần Thị Bình", "count": 1}],
            "area": [
                {"value": "Giáo dục mầm non", "title": "Giáo dục mầm non", "count": 1},
                {"value": "Giáo dục tiểu học", "title": "Giáo dục tiểu học", "count": 1},
            ],
            "year": [{"value": "2024", "title": "2024", "count": 1}],
            "validity": [{"value": "in-force", "title": "Còn hiệu lực", "count": 1}],
        },
    }


def test_it_is_answered_by_sections_languages_and_the_portal_alike(register):
    base = f"{register.base}/{register.portal.getId()}"
    places = [base, f"{base}/vi", f"{base}/en", register.address("document-register", "en")]
    answers = [ask(register, where=place, kind="thong-tu").json() for place in places]
    assert [answer["total"] for answer in answers] == [3, 3, 3, 3]
    titles = [answer["facets"]["kind"][0]["title"] for answer in answers]
    assert titles == ["Thông tư", "Thông tư", "Circular", "Circular"]
    other = ask(register, where=register.address("disclosure-quality")).json()
    assert (other["total"], other["items"]) == (0, [])


def test_pages_follow_each_other_by_their_links(register):
    first = ask(register, b_size="2").json()
    place = f"{register.address('document-register')}/@documents"
    assert first["batching"] == {
        "@id": f"{place}?b_size=2",
        "first": f"{place}?b_size=2",
        "last": f"{place}?b_start=4&b_size=2",
        "next": f"{place}?b_start=2&b_size=2",
    }
    numbers, address = [], place + "?b_size=2"
    while address:
        answer = register.visitor.get(address, headers={"Accept": "application/json"}).json()
        numbers += [item["number"] for item in answer["items"]]
        address = answer["batching"].get("next")
    assert numbers == [f"{at}/2024/TT-MAU" for at in (5, 4, 3, 2, 1)]
    assert "batching" not in ask(register).json()


def test_counts_leave_the_own_filter_out(register):
    facets = ask(register, kind="quyet-dinh", signer="Trần Thị Bình").json()["facets"]
    counts = {name: {one["value"]: one["count"] for one in few} for name, few in facets.items()}
    assert counts["kind"] == {"quyet-dinh": 1, "cong-van": 1}
    assert counts["signer"] == {"Trần Thị Bình": 1}
    assert counts["year"] == {"2024": 1}


@pytest.mark.parametrize("asked", [{"from": "hôm qua"}, {"to": "31/02/2024"}, {"year": "hai"}])
def test_what_cannot_be_read_is_refused_with_a_sentence(register, asked):
    answer = ask(register, **asked)
    assert answer.status_code == 400
    message = answer.json()["message"]
    assert (f": {next(iter(asked))}." in message, "dd/mm/yyyy" in message) == (True, True)
    assert next(iter(asked.values())) not in message


def test_a_filter_nobody_knows_gives_nothing(register):
    answer = ask(register, kind="casino").json()
    assert (answer["total"], answer["items"]) == (0, [])
    assert [one["value"] for one in answer["facets"]["kind"]] == [
        "thong-tu",
        "cong-van",
        "quyet-dinh",
    ]


def test_an_english_section_answers_in_english(register):
    facets = ask(register, language="en").json()["facets"]
    assert facets["validity"] == [
        {"value": "in-force", "title": "In force", "count": 4},
        {"value": "none", "title": "No validity", "count": 1},
    ]
