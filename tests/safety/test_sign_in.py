"""One sign-in cookie per unit, and a one-time password that must be replaced first."""

from lxml import html
import requests


def sign_in(district, unit_id, session=None):
    session = session or requests.Session()
    login, password = district.one_time_password(unit_id)
    page = session.get(f"{district.url}/{unit_id}/login", timeout=60)
    form = html.fromstring(page.content).xpath("//form[.//input[@name='__ac_name']]")[0]
    data = dict(form.form_values()) | {"__ac_name": login, "__ac_password": password}
    data["buttons.login"] = "1"
    answer = session.post(f"{district.url}/{unit_id}/login", data=data, timeout=60)
    return session, answer


def test_each_unit_has_a_sign_in_cookie_of_its_own(district):
    session, _answer = sign_in(district, "so-mau")
    sign_in(district, "hoa-sen", session)

    names = sorted(cookie.name for cookie in session.cookies if "ac" in cookie.name)
    assert names == ["__ac_hoa_sen", "__ac_so_mau"]
    for unit in ("so-mau", "hoa-sen"):
        page = session.get(f"{district.url}/{unit}/vi", timeout=60)
        assert page.url == f"{district.url}/{unit}/@@forced-password-change"


def test_a_one_time_password_opens_nothing_but_the_change_of_password(district):
    session, answer = sign_in(district, "hoa-sen")

    assert answer.url == f"{district.url}/hoa-sen/@@forced-password-change"
    asked = ("/hoa-sen/vi", "/hoa-sen/@@overview-controlpanel", "/hoa-sen/vi/gioi-thieu")
    reached = {session.get(district.url + path, timeout=60).url for path in asked}
    assert reached == {f"{district.url}/hoa-sen/@@forced-password-change"}


def test_no_detour_leads_round_the_change_of_password(district):
    login, password = district.one_time_password("xa-mau")
    change = f"{district.url}/xa-mau/@@forced-password-change"

    def ask(path, method="GET"):
        return requests.request(
            method,
            district.url + path,
            auth=(login, password),
            headers={"Accept": "application/json"},
            allow_redirects=False,
            timeout=60,
        )

    detours = (
        "/xa-mau/++api++/vi",
        "/xa-mau/++api++/@users",
        "/xa-mau/++webresource++1/@users",
        "/xa-mau/login/@users",
        "/xa-mau/@users?x=/login",
    )
    reached = {path: ask(path) for path in detours}

    assert [
        path
        for path, answer in reached.items()
        if answer.status_code < 300 or answer.headers.get("Location", change) != change
    ] == []
    assert ask("/xa-mau/++api++/vi", "DELETE").headers["Location"] == change
    assert ask("/xa-mau/++theme++eduportal/css/eduportal.css").status_code == 200


def test_the_file_of_one_time_passwords_is_for_its_owner_alone(district):
    passwords = district.var / "one-time-passwords.csv"

    assert oct(passwords.stat().st_mode & 0o777) == "0o600"
    assert oct(district.var.stat().st_mode & 0o777) == "0o700"
    assert [line.split(",")[:2] for line in passwords.read_text().splitlines()] == [
        ["unit", "login"],
        ["so-mau", "quantri.so-mau"],
        ["xa-mau", "quantri.xa-mau"],
        ["hoa-sen", "quantri.hoa-sen"],
    ]
