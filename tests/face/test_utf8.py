"""Vietnamese leaves as UTF-8."""

import requests


def test_pages_leave_in_utf_8_without_character_references(district):
    for path, text in (("/", "Sở Giáo dục"), ("/so-mau/vi", "Sở Giáo dục"), ("/so-mau/en", "Mau")):
        answer = requests.get(district.url + path, timeout=60)

        assert answer.headers["Content-Type"].replace(" ", "") == "text/html;charset=utf-8"
        assert text.encode() in answer.content
        assert b"&#" not in answer.content.replace(b"&#13;", b"")
