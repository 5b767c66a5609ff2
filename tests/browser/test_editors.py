"""What editors are told on pages that visitors see too."""

from tests.browser.people import sign_in
from tests.district import PASSWORD

EMPTY = "/hoa-sen/vi/gioi-thieu/lich-su"


def test_an_empty_section_tells_editors_what_belongs_there_and_visitors_to_come_back(window, staff):
    visitor = window(EMPTY)
    editor = window(EMPTY)
    sign_in(editor, staff["editors"], PASSWORD)
    editor.goto(EMPTY)

    notes = [page.locator(".edu-note").inner_text() for page in (visitor, editor)]

    assert notes[0] == "Nội dung của chuyên mục này đang được cập nhật. Mời quý vị quay lại sau."
    assert "Nội dung cần đăng:" in notes[1]
    assert "53/2012/TT-BGDĐT" in notes[1]
