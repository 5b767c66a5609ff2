"""The buttons that need a script show themselves only where the browser can do it."""

from pathlib import Path
import eduportal
import pytest

SCRIPT = Path(eduportal.__file__).parent / "themes" / "eduportal" / "js" / "face.js"
PAGE = """
<div><ul><li hidden><button data-print="">In</button></li></ul></div>
<section>
  <ul>
    <li hidden><button data-copy="http://truong.vn/a" data-said="Xong">Chép</button></li>
    <li hidden><button data-share="http://truong.vn/a">Gửi</button></li>
  </ul>
  <p role="status"></p>
</section>
"""
ABLE = """
window.done = [];
window.print = () => done.push("print");
for (const [name, value] of Object.entries({
  clipboard: { writeText: async (text) => { done.push(text); } },
  share: async (what) => { done.push(what.url); },
})) Object.defineProperty(navigator, name, { value, configurable: true });
"""
UNABLE = """
for (const name of ["clipboard", "share"])
  Object.defineProperty(navigator, name, { value: undefined, configurable: true });
"""


@pytest.fixture
def opened(chromium):
    page = chromium.new_page()

    def open_page(browser_is: str):
        page.set_content(PAGE)
        page.evaluate(browser_is)
        page.add_script_tag(path=SCRIPT)
        return page

    yield open_page
    page.close()


def test_each_does_what_it_says_and_copying_is_told(opened):
    page = opened(ABLE)
    for button in page.query_selector_all("button"):
        button.click()
    assert page.evaluate("done") == ["print", "http://truong.vn/a", "http://truong.vn/a"]
    assert page.inner_text("[role=status]") == "Xong"


def test_a_browser_that_can_only_print_shows_only_that(opened):
    page = opened(UNABLE)
    shown = [one.inner_text() for one in page.query_selector_all("button") if one.is_visible()]
    assert shown == ["In"]
