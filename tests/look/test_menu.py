"""The menu's order is the order of the sections, in both languages."""

from eduportal.look import menu
from plone import api
from plone.dexterity.utils import createContentInContainer
import transaction


def shown(panel, path):
    links = panel.visit(path).cssselect("ul.edu-menu__list > li > a")
    return [link.text_content().strip() for link in links][1:]


def test_a_section_moves_in_both_languages_and_visitors_see_it(panel, write):
    items = menu.items(panel.office.portal)
    first, second = items[0], items[1]
    before = shown(panel, "/vi")

    answer = panel.send("menu", down=first.id)

    # who works with the keyboard goes on at the section that was moved
    assert answer.headers["Location"] == f"{panel.url}#menu-{first.id}"
    after = shown(panel, "/vi")
    ids = [item.id for item in menu.items(panel.office.portal)]
    assert ids[:2] == [second.id, first.id]
    assert (before[:2], after[:2]) == ([first.title, second.title], [second.title, first.title])
    portal = panel.office.portal
    twins = [portal["vi"][one] for one in ids[:2]]
    places = [portal["en"].getObjectPosition(menu._twin(section).getId()) for section in twins]
    assert places == sorted(places)


def test_a_section_is_left_out_and_put_back(panel):
    item = menu.items(panel.office.portal)[0]
    panel.send("menu", hide=item.id)
    without = shown(panel, "/vi")
    panel.send("menu", show=item.id)
    assert (item.title in without, item.title in shown(panel, "/vi")) == (False, True)


def test_what_is_no_section_of_the_menu_is_not_touched(panel):
    before = menu.items(panel.office.portal)
    for name in ("up", "down", "hide"):
        panel.send("menu", **{name: "khong-co"})
    panel.send("menu", up=before[0].id)
    panel.send("menu", down=before[-1].id)
    assert menu.items(panel.office.portal) == before


def demands(panel):
    """What the English panel says of the rules, by the section's title."""
    rows = panel.page(f"{panel.office.url}/en/@@look").cssselect("#menu li")
    return {
        row.xpath("string(.//span[@lang='vi'])"): " ".join(
            " ".join(row.xpath(".//p//text()")).split()
        )
        for row in rows
    }


def test_a_section_left_out_is_still_demanded_and_found_by_searching(panel):
    portal = panel.office.portal
    with api.env.adopt_roles(["Manager"]):
        own = createContentInContainer(portal["vi"], "Section", title="Góc sáng tạo riêng")
        api.content.transition(own, to_state="published")
    transaction.commit()
    item = menu.items(portal)[0]
    before = demands(panel)
    panel.send("menu", hide=item.id)
    after = demands(panel)

    rule = "Circular 53/2012/TT-BGDĐT, Điều 14.1"
    assert before[item.title] == f"Demanded by {rule}"
    assert after[item.title] == (
        f"Left out, but still demanded by {rule} : found only by searching"
    )
    assert {name: said for name, said in after.items() if not said} == {own.title: ""}
    assert item.title not in panel.visit("/vi/sitemap").cssselect("#content")[0].text_content()
    found = panel.visit(f"/vi/@@search?SearchableText={item.title}").cssselect("#content")[0]
    assert f"{panel.office.url}/vi/{item.id}" in found.xpath(".//a/@href")
