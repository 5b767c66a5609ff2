"""The unit's administrator with a one-time password, and the administrator of the instance."""

from tests.browser.people import AS_ADMIN
from tests.browser.people import Rest
from tests.browser.people import headings
from tests.browser.people import sign_in
import pytest

NEW = "mat-khau-moi-cua-xa"


@pytest.fixture
def one_time(district):
    """The commune's administrator, whose password is one for one sign-in again afterwards."""
    login, password = district.one_time_password("xa-mau")
    yield login, password
    commune = Rest(f"{district.url}/xa-mau")
    commune.ask("PATCH", f"/@users/{login}", password=password, must_change_password=True)


def test_a_one_time_password_has_to_be_changed_before_the_portal_is_reached(window, one_time):
    login, password = one_time
    page = window("/xa-mau/vi")
    sign_in(page, login, password)
    asked = headings(page)
    page.goto("/xa-mau/vi/gioi-thieu")
    asked += headings(page)

    current, new, again = page.locator("main input[type=password]").all()
    current.fill(password)
    new.fill(NEW)
    again.fill(NEW)
    page.get_by_role("button", name="Đổi mật khẩu").click()
    page.wait_for_url("**/xa-mau/vi/@@desk")
    page.goto("/xa-mau/vi/gioi-thieu")

    assert asked == ["Đổi mật khẩu", "Đổi mật khẩu"]
    assert headings(page) == ["Giới thiệu"]


def test_a_spreadsheet_is_shown_as_a_dry_run_before_anything_is_done(window, units_csv):
    page = window("/", **AS_ADMIN)
    page.goto("/@@provision")

    page.locator("#file").set_input_files(units_csv)
    page.get_by_role("button", name="Xem trước").click()

    rows = page.locator("tbody tr").all_inner_texts()
    assert [row.split("\t")[:2] for row in rows] == [
        [unit, "không đổi / unchanged"] for unit in ("so-mau", "xa-mau", "hoa-sen")
    ]
    assert page.get_by_role("button", name="Thực hiện").is_visible()


def test_the_add_site_form_holds_a_portal_to_the_rules_of_the_spreadsheet(window, district):
    page = window("/@@ploneAddSite?distribution=eduportal", **AS_ADMIN)
    page.get_by_label("Mã đơn vị / Unit id").fill("th-moi")
    page.get_by_label("Tên đơn vị").fill("Trường Tiểu học Mới")
    page.get_by_label("Loại đơn vị").select_option(label="Trường tiểu học / Primary school")
    page.get_by_label("Mã đơn vị cấp trên").fill("khong-co")
    page.get_by_label("Thư điện tử của quản trị viên").fill("quantri@tinhmau.edu.vn")

    page.get_by_role("button", name="Submit").click()

    page.get_by_text('không có đơn vị cấp trên "khong-co"').wait_for()
    assert page.goto("/th-moi").status == 404
