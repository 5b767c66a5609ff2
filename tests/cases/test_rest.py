"""``POST …/@case-status``: the contract, its refusals and its limits."""

from eduportal import cases
from eduportal.cases import guard
from tests.cases.conftest import APPLICANT
import requests
import transaction


def test_state_days_and_requests_are_told_and_no_person(site, case, step):
    step("request_supplement", "Thiếu giấy khai sinh")
    case = site.case(case.number)
    cases.say(case, "Cháu Trần Bé Mẫu nhà ở ngõ Hoa Giấy")
    transaction.commit()
    answer = site.rest({"code": cases.codes.shown(case.code), "factor": APPLICANT.phone}, "en")
    assert answer.status_code == 200
    body = answer.json()
    (request,) = body.pop("requests")
    assert request["text"] == "Thiếu giấy khai sinh"
    assert body == {
        "status": "supplement",
        "status_title": "Supplement requested",
        "waiting_list": False,
        "service": "Chuyển trường",
        "opened": case.opened.isoformat(timespec="seconds"),
        "due": case.due.isoformat(),
        "term_paused": True,
        "overdue": False,
        "closed": None,
    }
    assert answer.headers["Cache-Control"] == "private, no-store"


def test_wrong_code_and_wrong_factor_are_one_and_the_same(site, case):
    asked = [
        {"code": case.code, "factor": "0900000000"},
        {"code": cases.codes.new(), "factor": "0912345678"},
        {"code": "HS-1", "factor": ""},
    ]
    answers = [site.rest(one) for one in asked]
    assert [answer.status_code for answer in answers] == [404, 404, 404]
    assert len({answer.content for answer in answers}) == 1
    seen = [
        {name: value for name, value in answer.headers.items() if name != "Date"}
        for answer in answers
    ]
    assert seen[0] == seen[1] == seen[2]


UNREADABLE = (
    b"",
    b"{",
    b"[]",
    b'"text"',
    b'{"code": 1, "factor": []}',
    b'{"code": null}',
    b"\xff\xfe",
    b"[" * 100_000,
    b'{"code": "' + b"9" * 100_000 + b'", "factor": ""}',
)


def test_what_cannot_be_read_is_refused_with_a_sentence(site):
    headers = {"Accept": "application/json", "Content-Type": "application/json"}
    for body in UNREADABLE:
        answer = requests.post(f"{site.url}/vi/@case-status", data=body, headers=headers)
        assert (body[:20], answer.status_code) == (body[:20], 400)
        assert answer.json()["message"]


def test_guessing_from_one_address_ends_soon_and_the_wait_is_told(site, case, monkeypatch):
    monkeypatch.setattr(guard, "WRONG_OF_ADDRESS", (3, 600))
    wrong = [site.rest({"code": cases.codes.new(), "factor": "0912345678"}) for _n in range(4)]
    assert [answer.status_code for answer in wrong] == [404, 404, 404, 429]
    assert 590 <= int(wrong[3].headers["Retry-After"]) <= 600
    assert site.rest({"code": case.code, "factor": "0912345678"}).status_code == 429


def test_right_answers_are_not_counted_as_guesses(site, case, monkeypatch):
    monkeypatch.setattr(guard, "WRONG_OF_ADDRESS", (3, 600))
    right = {"code": case.code, "factor": "0912345678"}
    assert {site.rest(right).status_code for _number in range(8)} == {200}


def test_strangers_guesses_do_not_lock_out_a_device_that_knows_the_case(site, case, monkeypatch):
    monkeypatch.setattr(guard, "WRONG_OF_CODE", (3, 3600))
    assert site.status(case.code, "0912345678").status_code == 200
    guessed = [site.rest({"code": case.code, "factor": f"0{n}"}).status_code for n in range(5)]
    assert guessed == [404, 404, 404, 429, 429]
    assert site.status(case.code, "0912345678").status_code == 200
    # ... and what the device may guess is limited too
    guesses = [site.status(case.code, f"0{n}").status_code for n in range(11)]
    assert guesses == [404] * 10 + [429]


def test_a_code_that_does_not_exist_is_limited_like_one_that_does(site, case, monkeypatch):
    monkeypatch.setattr(guard, "WRONG_OF_CODE", (2, 3600))
    for code in (case.code, cases.codes.new()):
        asked = [site.rest({"code": code, "factor": "01"}).status_code for _n in range(3)]
        assert asked == [404, 404, 429]


def test_there_is_no_other_way_to_ask(site, case):
    assert site.get(f"vi/@case-status?code={case.code}&factor=0912345678").status_code in (404, 405)
