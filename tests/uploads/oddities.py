"""Posts of a form that no browser makes: each a name, a body, its type and more headers.

``fields`` are the pairs of a post that would be taken, ``good`` its file's part.
"""

from collections.abc import Iterator
from tests.uploads import files
from tests.uploads.wire import BOUNDARY
from tests.uploads.wire import MULTIPART
from tests.uploads.wire import URLENCODED
from tests.uploads.wire import multipart
from tests.uploads.wire import part
from urllib.parse import quote_plus
from urllib.parse import urlencode

W = "form.widgets."
TOKEN = "@TOKEN@"
PAPER = f"{W}birth_certificate"
CONVERTERS = """
int float boolean date list tuple lines tokens text bytes json required record records default
method missing latin-1:text utf-16:text int:list record:list a.b.c:record int:int:int:int
""".split()  # noqa: SIM905 -- twenty words are read more easily than twenty quoted ones
MEGABYTE = 1024**2
HALF_LETTERS = b"\xff\xfe\xc3\x28\xed\xa0\x80\x00 b\xe1\xba"


def posts(fields, good: bytes) -> Iterator[tuple[str, bytes, str, dict]]:
    """All of them; ``TOKEN`` in a body is to be replaced by that of a page not sent before."""
    waiting = _with(fields, "token", TOKEN)
    for name, build in KINDS.items():
        for odd, body, *more in build(fields if build is _tokens else waiting, good):
            yield f"{name}: {odd}", body, *(more or [MULTIPART, {}])


def _with(fields, name, value) -> list:
    return [(n, v) for n, v in fields if n.partition(":")[0] != name] + [(name, value)]


def _renamed(fields, name, new) -> list:
    return [(new if n.partition(":")[0] == name else n, v) for n, v in fields]


def _converters(fields, good):
    for converter in CONVERTERS:
        changed = fields
        for name in ("pupil_name", "birth_date", "gender", "consent", "phone"):
            changed = _renamed(changed, f"{W}{name}", f"{W}{name}:{converter}")
        yield converter, multipart(changed, good)
    for converter in ("int", "date", "list", "lines", "json", "record"):
        name = f'certificate:{converter}"'.encode()
        yield f"{converter} of file", multipart(fields, good.replace(b'certificate"', name))
        of_token = _renamed(fields, "token", f"token:{converter}")
        yield f"{converter} of token", multipart(of_token, good)
    records = [(name.replace(W, f"{W}x.", 1) + ":record", value) for name, value in fields]
    yield "record of all", multipart(records, good)
    hiding = [*fields, ("form:record", "x"), ("form.widgets:record", "y")]
    yield "record of form", multipart(hiding, good)


def _values(fields, good):
    for name in ("birth_date", "gender", "email"):
        for label, value in VALUES.items():
            # a text may be all of that: what is wrong for certain is the telephone number
            changed = _with(_with(fields, f"{W}phone", "không có"), f"{W}{name}", value)
            yield f"{name} {label}", multipart(changed, good)
        yield f"{name} twice", multipart([*changed, (f"{W}{name}", "x")], good)
    yield "birth_date 9999", multipart(_with(fields, f"{W}birth_date", "99999-99-99"), good)
    yield "birth_date 0", multipart(_with(fields, f"{W}birth_date", "0000-00-00"), good)
    yield "birth_date tomorrow", multipart(_with(fields, f"{W}birth_date", "2999-01-01"), good)
    yield "five megabytes", multipart(_with(fields, f"{W}birth_place", "a" * 5 * MEGABYTE), good)


VALUES = {
    "long": "a" * 30_000,
    "nul": "a\x00b",
    "lines": "a\r\nBcc: b@example.org",
    "blank": " \u200b\u00a0 ",
    "markup": "<script>alert(1)</script>${python:1}",
    "letters": "１２/０３/２０２０",
    "marker": "--NOVALUE--",
}


def _many(fields, good):
    many = [(f"{W}x{number}", "1") for number in range(10_000)]
    same = [(f"{W}pupil_name", "1")] * 10_000
    yield "10,000 fields", multipart([*fields, *many], good)
    yield "10,000 of one name", multipart([*fields, *same], good)
    yield "10,000 urlencoded", urlencode([*fields, *many]).encode(), URLENCODED, {}
    yield "500 files", multipart(fields, *[part(PAPER, b"%PDF-", "a.pdf")] * 500)
    yield "depth", multipart([*fields, (f"{W}{'a.' * 3000}b:record", "1")], good)


def _encodings(fields, good):
    for label, value in (
        ("half letters", HALF_LETTERS),
        ("utf-16", "Nguyễn".encode("utf-16")),
        ("latin", "Nguyên\x80".encode("latin-1")),
        ("surrogate", b"\xed\xa0\x80"),
    ):
        yield label, multipart(_with(fields, f"{W}pupil_name", value), good)
    wrong = "&".join(f"{quote_plus(n)}=%ff%fe%c3%28" for n, _v in fields)
    yield "percent", wrong.encode(), URLENCODED, {}
    yield "utf-7", urlencode(fields).encode("utf-7"), f"{URLENCODED}; charset=utf-7", {}
    yield "_charset_", multipart([*fields, ("_charset_", "utf-7")], part(PAPER, b"", "a.pdf"))


def _files(fields, good):
    def with_file(data, filename="a.pdf", more=""):
        return multipart(fields, part(PAPER, data, filename, more))

    bomb = files.word(("word/a.xml", b"<a>" + bytes(30 * MEGABYTE) + b"</a>"))
    yield "zip bomb", with_file(bomb)
    yield "program", with_file(b"MZ" + bytes(100))
    yield (
        "html",
        with_file(b"<html><script>alert(1)</script>", "a.pdf", "Content-Type: image/png\r\n"),
    )
    yield "svg", with_file(b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "a.png")
    yield "cut pdf", with_file(files.pdf()[:300])
    yield "cut picture", with_file(files.photo()[:2000], "a.jpg")
    yield "eleven megabytes", with_file(files.pdf() + bytes(11 * MEGABYTE))
    yield "empty", with_file(b"")
    yield "as text", multipart([*fields, (PAPER, "a.pdf")])
    yield "as text list", multipart([*fields, (f"{PAPER}:list", "a.pdf")])
    yield "for text", multipart(fields, good, part(f"{W}pupil_name", b"x", "a.txt"))
    yield "for date", multipart(fields, good, part(f"{W}birth_date", b"x", "a.txt"))
    yield (
        "for token",
        multipart([f for f in fields if f[0] != "token"], good, part("token", b"x", "a")),
    )
    yield "for trap", multipart(fields, good, part("protected_1", b"x", "a.txt"))
    yield "pages and a program", multipart(fields, good, part(PAPER, b"MZ", "b.jpg"))
    yield "picture and pdf", multipart(fields, good, part(PAPER, files.pdf(), "b.pdf"))
    yield (
        "kept before",
        multipart([*fields, (f"{PAPER}.action", "nochange"), (f"{PAPER}.file_upload_id", "1")]),
    )
    yield "name of nul", with_file(b"%PDF-", "a\x00.pdf")
    yield "name of 60,000", with_file(b"%PDF-", "a" * 60_000)
    yield (
        "transfer encoding",
        with_file(b"JVBERi0=", "a.pdf", "Content-Transfer-Encoding: base64\r\n"),
    )


def _broken(fields, good):
    whole = multipart(fields, good)
    plain = "multipart/form-data"
    yield "no boundary", whole, plain, {}
    yield "other boundary", whole, f"{plain}; boundary=other", {}
    yield "empty boundary", whole, f"{plain}; boundary=", {}
    yield "long boundary", whole, f"{plain}; boundary={'a' * 5000}", {}
    yield "cut", whole[: len(whole) // 2], MULTIPART, {}
    yield "no end", whole.removesuffix(b"--\r\n"), MULTIPART, {}
    yield "empty", b"", MULTIPART, {}
    yield "no type", whole, "", {}
    yield "no name", b"--" + BOUNDARY.encode() + b"\r\n\r\nx\r\n" + whole, MULTIPART, {}
    yield "no header end", f"--{BOUNDARY}\r\nContent-Disposition: form-data".encode(), MULTIPART, {}
    yield (
        "long header",
        multipart(fields, part("x", b"", more="X: " + "a" * 70_000 + "\r\n")),
        MULTIPART,
        {},
    )
    yield (
        "nested",
        multipart(fields, part("x", whole, more=f"Content-Type: {MULTIPART}\r\n")),
        MULTIPART,
        {},
    )
    yield "json", b'{"form.widgets.pupil_name": []}', "application/json", {}
    yield "xml-rpc", b"<methodCall><methodName>x</methodName></methodCall>", "text/xml", {}
    yield "xml bomb", b'<!DOCTYPE a [<!ENTITY b "c">]><methodCall>&b;</methodCall>', "text/xml", {}
    yield "text", b"x" * 1000, "text/plain", {}
    yield "mixed", whole, f"multipart/mixed; boundary={BOUNDARY}", {}
    yield (
        "accept json",
        multipart(_with(fields, f"{W}phone", "không"), good),
        MULTIPART,
        {"Accept": "application/json"},
    )


def _tokens(fields, good):
    token = dict(fields)["token"]
    for label, value in (
        ("none", ""),
        ("long", token * 500),
        ("other", token[:-1] + ("0" if token[-1] != "0" else "1")),
        ("old", "1000000000" + token[10:]),
        ("full-width", token.replace("1", "１")),
        ("path", "../../" + token),
    ):
        yield label, multipart(_with(fields, "token", value), good)
    yield "two", multipart([*fields, ("token", token)], good)
    yield "missing", multipart([f for f in fields if f[0] != "token"], good)
    yield "no authenticator", multipart([f for f in fields if f[0] != "token"][:3], good)


KINDS = {
    "converters": _converters,
    "values": _values,
    "many": _many,
    "encodings": _encodings,
    "files": _files,
    "broken": _broken,
    "token": _tokens,
}
