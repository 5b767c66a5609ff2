"""What the clock publishes at one hour is told once."""

from DateTime import DateTime
from eduportal import clock
from eduportal import editorial
from eduportal import sections
from eduportal.provisioning.requests import fresh
from plone import api
from plone.dexterity.utils import createContentInContainer
import transaction

UNIT = "[Trường Tiểu học Hoa Sen (mẫu)]"


def test_items_of_one_hour_are_one_letter_to_their_author(http_post):
    items = []
    for title in ("Một", "Hai", "Ba"):
        with api.env.adopt_user("contributor"):
            item = createContentInContainer(sections.find("news"), "News Item", title=title)
            editorial.step(item, "submit")
        with api.env.adopt_user("chief"):
            hour = DateTime() + 1
            editorial.step(item, "schedule", at=hour.asdatetime(), confirmed=True)
        items.append(item)
    transaction.commit()
    assert http_post.letters() == [("contributor@mau.vn", f"{UNIT} Chờ đăng: 3 mục")]

    for item in items:
        item.setEffectiveDate(DateTime() - 1 / 1440)
        item.reindexObject(idxs=["effective", "effectiveRange"])
    transaction.commit()
    app = http_post.portal.aq_parent
    tick = clock.tick(app, clock.new_holder(), fresh, lambda one: None)

    assert [done.step for done in tick.done] == ["publish"] * 3
    assert http_post.letters() == [("contributor@mau.vn", f"{UNIT} Đã đăng: 3 mục")]
