"""Whatever arrives: a refusal or a case, never a failure, and never a case too many."""

from tests.uploads import files
from tests.uploads import oddities
from tests.uploads import wire
import json

REFUSED = {400, 403, 404, 405, 409, 413, 415, 422}
RECEIPT = b'id="edu-receipt"'
HARMLESS = {
    # Zope makes the very same text of it
    *(f"converters: {name}" for name in ("text", "required", "default", "missing")),
    "converters: latin-1:text",
    "converters: list of file",
}
SHOWN_AGAIN = {"token: no authenticator"}
"""Without the button nothing is sent: the form is shown as if it had been asked for."""


def test_a_form_is_refused_or_taken_whatever_is_sent(offered, photo):
    fields, token = offered.fields(), offered.token()
    answers, taken = {}, 0
    for name, body, type, headers in oddities.posts(fields, photo):
        body = body.replace(oddities.TOKEN.encode(), token.encode())
        answer = wire.send(offered.url, body, type, **headers)
        if RECEIPT in answer.body:
            answers[name], taken, token = "taken", taken + 1, offered.token()
        else:
            answers[name] = answer.status

    odd = {name: answer for name, answer in answers.items() if answer not in REFUSED}
    harmless = dict.fromkeys(HARMLESS, "taken")
    assert odd == harmless | dict.fromkeys(SHOWN_AGAIN, 200)
    assert len(answers) > 100
    assert len(offered.cases()) == taken == len(HARMLESS)
    assert RECEIPT in offered.send(photo).body
    assert len(offered.cases()) == taken + 1


def test_a_virus_named_pdf_is_refused_with_a_sentence_and_no_case(offered, monkeypatch, clamd):
    with clamd() as scanner:
        monkeypatch.setenv("EDUPORTAL_CLAMD", scanner.address)
        infected = files.pdf() + b"\n" + files.EICAR + b"\n%%EOF"
        answer = offered.send(wire.part(oddities.PAPER, infected, "khai sinh.pdf"))
    assert answer.status == 422
    assert "“khai sinh.pdf”" in answer.body.decode()
    assert offered.cases() == []


def test_a_used_page_gives_its_receipt_again_without_looking_at_the_rest(offered, photo):
    fields = offered.fields()
    first = wire.send(offered.url, wire.multipart(fields, photo))
    again = wire.send(offered.url, wire.multipart([f for f in fields if f[0] == "token"]))
    assert (first.status, again.status) == (200, 200)
    assert RECEIPT in first.body and RECEIPT in again.body
    assert len(offered.cases()) == 1


LOOK_UPS = {
    "list": b"[]",
    "text": b'"x"',
    "number": b"1",
    "null": b"null",
    "numbers": b'{"code": 1, "factor": 2}',
    "lists": b'{"code": ["a"], "factor": {"b": 1}}',
    "half": b'{"code": "HS-',
    "bytes": b"\xff\xfe\x00",
    "surrogate": b'{"code": "\\ud800", "factor": "\\udfff"}',
    "nul": b'{"code": "\\u0000", "factor": "\\u0000"}',
    "deep": b"[" * 100_000,
    "huge": json.dumps({"code": "A" * 10**6, "factor": "1"}).encode(),
    "long number": b'{"code": ' + b"9" * 10_000 + b', "factor": "1"}',
    "NaN": b'{"code": NaN, "factor": Infinity}',
    "empty": b"",
    "twice": b'{"code": "a", "code": "b", "factor": "c"}',
}


def test_the_look_up_over_rest_refuses_whatever_is_no_look_up(offered):
    url = f"{offered.portal_url}/vi/@case-status"
    statuses = {
        name: wire.send(url, body, "application/json", Accept="application/json").status
        for name, body in LOOK_UPS.items()
    }
    assert {name: status for name, status in statuses.items() if status not in (400, 404)} == {}


def test_the_status_page_shows_its_form_again_whatever_is_sent(offered):
    url = f"{offered.portal_url}/vi/@@case-status"
    text = b"HS-0000-0000-0000"
    statuses = {}
    for name in (
        "code",
        "factor",
        "pass",
        "do",
        "file",
        "text",
        "part",
        "once",
        "files",
        "confirm",
    ):
        for converter in ("", ":int", ":list", ":record", ".x:records"):
            body = wire.multipart([("code", text), ("factor", "1"), (name + converter, text)])
            statuses[name + converter] = wire.send(url, body).status
        body = wire.multipart([("code", text)], wire.part(name, b"%PDF-", "a.pdf"))
        statuses[f"{name} as file"] = wire.send(url, body).status
        body = wire.multipart([("code", text)], wire.part(name, oddities.HALF_LETTERS))
        statuses[f"{name} of half letters"] = wire.send(url, body).status
    assert {name: status for name, status in statuses.items() if status >= 500} == {}
