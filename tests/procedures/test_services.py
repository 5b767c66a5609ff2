"""Services in their catalogue and at their procedure, forms here and links elsewhere alike."""

from datetime import UTC
from datetime import datetime
from datetime import timedelta
from eduportal import cases
from eduportal import online_services
from eduportal.sections import find
from plone import api
from plone.dexterity.utils import addContentToContainer
from plone.dexterity.utils import createContent
from tests.face.conftest import spaced
import pytest
import transaction

EN = "/en/procedures/online-public-services"
LINK = {
    "kind": "link",
    "url": "https://dichvucong.gov.vn/",
    "code": "1.005099",
    "reason": "Tiếp nhận tập trung.",
    "reason_en": "Taken centrally.",
}


@pytest.fixture
def link(managing):
    """Make a service that is a link, published or not."""

    def make(title, published=True, **fields):
        with managing():
            content = createContent("Service", title=title, **LINK | fields)
            made = addContentToContainer(find("service-catalogue"), content, False)
            if published:
                api.content.transition(made, "publish")
        return made

    return make


def test_links_are_listed_counted_and_say_why(link, visit):
    link("Chuyển trường", title_en="Transfer", scheme="full", days=3)
    link("Dịch vụ mật", published=False)
    page = visit(EN)
    counted = "1 services: 1 fully online, 0 partly online. 1 of them on another portal."
    assert page.words(".procedure-count") == counted
    assert page.words(".catalogue-line h2") == "Transfer"
    assert page.words(".catalogue-facts").split(" ", 1)[1].startswith("Fully online (Level 4)")
    assert page.words(".catalogue-elsewhere") == "On another portal. Taken centrally."
    assert "Dịch vụ mật" not in page.tree.text_content()


def test_a_service_tells_when_it_opens_and_when_it_was_open(link, visit):
    now = datetime.now(UTC)
    link("A", opens=now + timedelta(days=1))
    link("B", closes=now - timedelta(days=1))
    link("C")
    page = visit(EN)
    assert page.all_words(".catalogue-line h2") == ["C", "A", "B"]
    states = [text.split(":")[0] for text in page.all_words(".catalogue-opening")]
    assert states == ["Open", "Not open yet", "Closed"]


def test_a_form_without_places_says_so(managing, visit):
    with managing():
        service = online_services.add(online_services.ready_services()["general"], quota=1)
        api.content.transition(service, "publish")
    told = [visit(EN).words(".catalogue-opening")]
    nobody = cases.Applicant("Nguyễn Thị Mẫu", "0912345678", "", None)
    cases.receive(
        service, token="1", form=service, language="vi", entries=[], uploads=[], applicant=nobody
    )
    transaction.commit()
    told.append(visit(EN).words(".catalogue-opening"))
    service.waiting_list = True
    service.reindexObject()
    transaction.commit()
    told.append(visit(EN).words(".catalogue-opening"))
    assert told == ["Open", "All places taken", "All places taken, waiting list open"]


def test_a_procedure_leads_to_its_open_service_and_rises_by_it(link, publish, visit, complete):
    made = publish("procedure-list", "Chuyển trường", type="Procedure", **complete)
    uid = api.content.get_uuid(made)
    listing = "/en/procedures/procedure-list"
    assert visit(listing).all_words(".procedures td")[1] == "Information online (Level 1)"
    link("Nộp đơn mật", published=False, procedure=uid)
    assert visit(listing).all_words(".procedure-apply a") == []
    link("Nộp đơn", procedure=uid, scheme="full")
    page = visit(listing)
    assert page.all_words(".procedures td")[1] == "Fully online (Level 4)"
    assert page.all_words(".procedure-apply a") == ["Apply online : Chuyển trường"]
    record = visit(f"{listing}/@@procedure/chuyen-truong")
    assert record.all_words(".procedure-services a") == ["Apply online"]


def test_the_home_page_begins_with_services_that_are_open(link, publish, visit, complete):
    publish("procedure-list", "Thủ tục", type="Procedure", **complete)
    link("Đang mở", title_en="Open one")
    link("Đã đóng", closes=datetime.now(UTC) - timedelta(days=1))
    block = visit("/vi").all_words(".edu-block--procedures .edu-list__title")
    assert block == ["Đang mở", "Thủ tục"]
    kinds = visit("/en").all_words(".edu-block--procedures .edu-list__date")
    assert kinds == ["Online service", "Procedure"]


def test_services_and_procedures_are_a_kind_of_search_results(link, publish, visit, complete):
    publish("procedure-list", "Chuyển trường", type="Procedure", title_en="Transfer", **complete)
    link("Dịch vụ chuyển trường")
    link("Chuyển trường mật", published=False)
    page = visit("/en/@@search?SearchableText=chuyen truong&kind=procedures")
    text = spaced(page.tree)
    assert ("Transfer" in text, "Dịch vụ chuyển trường" in text, "mật" in text) == (
        True,
        True,
        False,
    )
