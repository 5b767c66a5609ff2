"""Many at the same moment, on a running instance: nothing is doubled, no place given twice."""

from concurrent.futures import ThreadPoolExecutor
from lxml import html
from tests.district import PASSWORD
import pytest
import requests

AUTH = ("admin", PASSWORD)
JSON = {"Accept": "application/json"}
ANSWERS = {
    "applicant_name": "Trần Văn Thử",
    "province": "Tỉnh Mẫu",
    "commune": "Xã Mẫu",
    "address": "Thôn Mẫu",
    "phone": "0912 345 678",
    "subject": "Thử",
    "request": "Thử cùng một lúc",
    "consent": "selected",
}


def offer(portal: str, **values) -> str:
    """A general application, published; the address of the service."""
    page = html.fromstring(requests.get(f"{portal}/vi/@@ready-services", auth=AUTH).content)
    (form,) = [one for one in page.forms if one.fields.get("service") == "general"]
    made = requests.post(form.get("action"), data=dict(form.form_values()), auth=AUTH)
    service = made.url
    assert requests.patch(service, json=values, auth=AUTH, headers=JSON).status_code == 204
    published = requests.post(f"{service}/@workflow/publish", auth=AUTH, headers=JSON)
    assert published.status_code == 200, published.text
    return service


def opened(service: str) -> dict[str, str]:
    """What a browser would send from one page of the form."""
    page = html.fromstring(requests.get(f"{service}/to-khai").content)
    form = page.get_element_by_id("service-form")
    sent = {name: value or "" for name, value in form.form_values()}
    for name, value in ANSWERS.items():
        key = f"form.widgets.{name}"
        sent[f"{key}:list" if f"{key}:list" in form.fields else key] = value
    return sent | {"form.buttons.submit": "1"}


def send(service: str, sent: dict[str, str]) -> tuple[int, str]:
    """Status, and the code on the receipt or ``""``."""
    answer = requests.post(f"{service}/to-khai", data=sent)
    codes = html.fromstring(answer.content).cssselect("#edu-receipt-code")
    return answer.status_code, codes[0].text_content().strip() if codes else ""


def at_once(service: str, pages: list[dict[str, str]]) -> list[tuple[int, str]]:
    with ThreadPoolExecutor(len(pages)) as pool:
        return list(pool.map(lambda sent: send(service, sent), pages))


@pytest.fixture
def service(district):
    made = offer(f"{district.url}/xa-mau", quota=3)
    yield made
    assert requests.delete(made, auth=AUTH, headers=JSON).status_code == 204


def test_a_page_sent_many_times_at_once_opens_one_case_and_a_quota_holds(service):
    page = opened(service)
    same = at_once(service, [page] * 6)
    others = at_once(service, [opened(service) for _ in range(8)])

    assert {status for status, _code in same} == {200}
    assert len({code for _status, code in same}) == 1
    assert sorted(status for status, _code in others) == [200, 200, *[422] * 6]
    assert len({code for status, code in others if status == 200}) == 2
