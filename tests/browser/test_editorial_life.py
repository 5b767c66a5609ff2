"""The whole life of one news item: four people of the board, a visitor, both languages."""

from playwright.sync_api import Page
from playwright.sync_api import expect
from tests.browser.people import PHONE
from tests.browser.people import headings
from tests.district import PASSWORD
import pytest

BOARD = {
    "cong.tac": "contributors",
    "bien.tap": "editors",
    "truong.ban": "chief-editors",
    "quan.tri": "administrators",
}
REASON = "Thiếu ngày tổ chức và tên giáo viên phụ trách."
TAKEN_DOWN = "Đăng nhầm số lượng học sinh dự thi."
TITLE = "Khai mạc hội thi Rung chuông vàng"
ITEM = "khai-mac-hoi-thi-rung-chuong-vang"
SECTIONS = {"vi": "/vi/tin-tuc-su-kien", "en": "/en/news-and-events"}

WORDS = {
    "vi": {
        "sign in": "Đăng nhập",
        "login": "Tên đăng nhập",
        "desk": "Bàn làm việc",
        "write": "Đăng tin",
        "title": "Tiêu đề",
        "summary": "Tóm tắt",
        "save": "Lưu",
        "submit": "Gửi duyệt",
        "examine": "Thẩm định đạt",
        "return": "Trả lại",
        "publish": "Duyệt đăng",
        "withdraw": "Gỡ bài",
        "reason": "Lý do (bắt buộc)",
        "no secret": "Tôi đã đọc nội dung; nội dung không chứa bí mật nhà nước.",
        "submitted": "Chờ duyệt",
        "returned": "Trả lại chỉnh sửa",
        "published": "Đã đăng",
        "withdrawn": "Đã gỡ",
        "pupils": "Không có học sinh nào nhận ra được",
    },
    "en": {
        "sign in": "Log in",
        "login": "Login Name",
        "desk": "My desk",
        "write": "Write news",
        "title": "Title",
        "summary": "Summary",
        "save": "Save",
        "submit": "Submit for approval",
        "examine": "Examined and passed",
        "return": "Return for changes",
        "publish": "Approve and publish",
        "withdraw": "Take down",
        "reason": "Reason (required)",
        "no secret": "I have read the text; it holds no state secret.",
        "submitted": "Submitted for approval",
        "returned": "Returned for changes",
        "published": "Published",
        "withdrawn": "Taken down",
        "pupils": "",
    },
}


@pytest.fixture
def board(school):
    """Four people, and a portal that wants a second look before publication."""
    for login, group in BOARD.items():
        school.ask(
            "POST", "/@users", username=login, email=f"{login}@tinhmau.edu.vn", password=PASSWORD
        )
        school.ask("PATCH", f"/@groups/{group}", users={login: True})
    school.ask("PATCH", "/@registry", **{"eduportal.editorial.second_look": True})
    yield school
    school.ask("PATCH", "/@registry", **{"eduportal.editorial.second_look": False})
    for login in BOARD:
        school.ask("DELETE", f"/@users/{login}")


class Person:
    """Somebody of the board in a browser of their own, reading one language."""

    def __init__(self, window, language: str, login: str, **options) -> None:
        self.words = WORDS[language]
        self.home = f"/hoa-sen/{language}"
        self.page: Page = window(f"{self.home}/login", **options)
        self.page.get_by_label(self.words["login"]).fill(login)
        self.page.locator("input[type=password]").fill(PASSWORD)
        self.page.get_by_role("button", name=self.words["sign in"]).click()
        expect(self.page.get_by_role("heading", level=1)).to_have_text(self.words["desk"])

    def find(self, title: str) -> None:
        """From the desk to the page on which the item is judged."""
        self.page.goto(f"{self.home}/@@desk")
        self.page.get_by_role("link", name=title).first.click()
        expect(self.page.get_by_role("heading", level=1)).to_have_text(title)

    def step(self, step: str, reason: str = "", confirmed: bool = False) -> None:
        """One step of the workflow, through its form."""
        name = self.words[step]
        self.page.get_by_role("link", name=name, exact=True).first.click()
        expect(self.page.get_by_role("heading", level=1)).to_have_text(name)
        if reason:
            self.page.get_by_label(self.words["reason"]).fill(reason)
        if confirmed:
            self.page.get_by_label(self.words["no secret"]).check()
        self.page.get_by_role("button", name=name, exact=True).click()

    def lists(self) -> str:
        """What the desk shows."""
        self.page.goto(f"{self.home}/@@desk")
        return self.page.get_by_role("main").inner_text()


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_news_item_goes_through_the_hands_of_the_whole_board(window, board, language):
    words = WORDS[language]
    section = f"/hoa-sen{SECTIONS[language]}"
    address = f"{section}/{ITEM}"
    visitor = window(section)
    writer = Person(window, language, "cong.tac")

    writer.page.get_by_role("link", name=words["write"]).click()
    writer.page.get_by_label(words["title"]).fill(TITLE)
    writer.page.get_by_label(words["summary"]).fill("Vòng sơ khảo của khối 5.")
    writer.page.get_by_role("button", name=words["save"]).click()
    writer.page.wait_for_url(f"**{address}**")
    try:
        writer.step("submit")
        assert words["submitted"] in writer.page.get_by_role("main").inner_text()

        # the examiner passes it on, the chief editor sends it back from her phone
        examiner = Person(window, language, "bien.tap")
        examiner.find(TITLE)
        examiner.step("examine")
        chief = Person(window, language, "truong.ban", **PHONE)
        chief.find(TITLE)
        chief.step("return", reason=REASON)
        visitor.goto(address)
        unseen = headings(visitor)

        shown = writer.lists()
        assert (REASON in shown, words["returned"] in shown) == (True, True)
        writer.page.get_by_role("link", name=TITLE).first.click()
        writer.page.goto(f"{address}/edit")
        writer.page.get_by_label(words["summary"]).fill("Ngày 28/11/2026, cô Hoa phụ trách.")
        writer.page.get_by_role("button", name=words["save"]).click()
        writer.page.wait_for_url(f"**{address}")
        writer.step("submit")

        # the first examination was of another text
        chief.find(TITLE)
        chief.page.get_by_role("link", name=words["publish"], exact=True).wait_for(state="detached")
        examiner.find(TITLE)
        examiner.step("examine")
        chief.find(TITLE)
        chief.step("publish", confirmed=True)

        visitor.goto(section)
        visitor.get_by_role("main").get_by_role("link", name=TITLE).first.click()
        assert (unseen, headings(visitor)) == ([words["sign in"]], [TITLE])
        assert REASON not in visitor.content()

        chief.page.goto(f"{address}/@@review")
        chief.step("withdraw", reason=TAKEN_DOWN)
        gone = visitor.goto(address)
        assert (gone.status, TITLE in visitor.content(), TAKEN_DOWN in visitor.content()) == (
            410,
            False,
            False,
        )

        administrator = Person(window, language, "quan.tri")
        administrator.page.goto(f"/hoa-sen/{language}/@@audit?where={ITEM}")
        trace = administrator.page.get_by_role("main").text_content()
        assert (REASON in trace, TAKEN_DOWN in trace) == (True, True)
    finally:
        board.ask("DELETE", address.removeprefix("/hoa-sen"))
