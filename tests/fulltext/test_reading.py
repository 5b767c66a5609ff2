"""Files wait, are read in the background, and are found by what stands in them."""

from datetime import UTC
from datetime import datetime
from eduportal import fulltext
from eduportal import sections
from eduportal.attachments.texts import IFileHolder
from eduportal.extraction import Found
from eduportal.fulltext.events import IFileRead
from eduportal.fulltext.reading import KEY
from eduportal.fulltext.worker import _store
from plone import api
from tests.fulltext import made
from tests.fulltext.conftest import blob_file
from zope.annotation.interfaces import IAnnotations
from zope.component import getGlobalSiteManager
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent
import pytest
import time
import transaction


def queue(desk):
    return list(fulltext.queue_of(desk.portal))


def replace(file, content):
    file.file = blob_file(content)
    notify(ObjectModifiedEvent(file))


def test_a_new_file_waits_and_then_is_read(desk):
    file = desk.loose("Hội khỏe Phù Đổng")
    known = fulltext.reading(file)
    before = known.state, known.message, queue(desk), desk.hits("khỏe")
    done = desk.read()
    known = fulltext.reading(file)

    assert before == (
        "waiting",
        "This file waits to be read; its text can be searched in a few minutes.",
        [file.UID()],
        [],
    )
    assert (done, queue(desk)) == ([(file.getId(), "read")], [])
    assert (known.state, known.message, known.recognised, known.source_size) == (
        "read",
        "",
        False,
        len("Hội khỏe Phù Đổng".encode()),
    )
    assert (datetime.now(UTC) - known.checked_on).total_seconds() < 60
    assert (fulltext.pages_of(file), fulltext.text_of(file)) == (
        ["Hội khỏe Phù Đổng"],
        "Hội khỏe Phù Đổng",
    )
    assert desk.hits("khỏe") == [file.getId()]


def test_saving_a_file_reads_nothing_and_takes_no_time(desk):
    with_many_pages = made.pdf(*["Một trang"] * 50)
    began = time.process_time()
    file = desk.loose(with_many_pages, "a.pdf")
    transaction.commit()

    assert time.process_time() - began < 1
    assert (fulltext.reading(file).state, fulltext.pages_of(file)) == ("waiting", [])


def test_a_record_is_found_by_the_words_of_its_files_and_the_files_are_not(desk):
    record = desk.record("Hội khỏe Phù Đổng", "Kế hoạch ngoại khóa")
    assert desk.read() == [("0.txt", "read"), ("1.txt", "read")]

    assert [desk.hits(words) for words in ("khỏe", "ngoại khóa", "Tệp", "0.txt")] == [
        [record.getId()]
    ] * 4
    assert fulltext.texts_of(record) == "Hội khỏe Phù Đổng\n\nKế hoạch ngoại khóa"
    listed = desk.portal.portal_catalog(path="/".join(record.getPhysicalPath()), portal_type="File")
    assert [brain.getId for brain in listed] == ["0.txt", "1.txt"]


def test_a_resource_is_found_by_the_words_of_its_file(desk):
    library = sections.find("resource-library")
    resource = desk._make(library, "Resource", title="Bài giảng", kind="e-lecture")
    assert (fulltext.reading(resource), queue(desk)) == (None, [])
    replace(resource, "Phân số thập phân")
    desk.read()

    assert desk.hits("thập phân") == [resource.getId()]
    resource.file = None
    notify(ObjectModifiedEvent(resource))
    resource.reindexObject()
    assert (fulltext.reading(resource), desk.hits("thập phân")) == (None, [])


def test_reading_keeps_the_date_of_modification(desk):
    record, loose = desk.record("Hội khỏe"), desk.loose("Ngoại khóa")
    items = (record, record["0.txt"], loose)

    def dates():
        found = [desk.portal.portal_catalog(UID=one.UID())[0] for one in items]
        return [
            (one.modification_date, brain.modified) for one, brain in zip(items, found, strict=True)
        ]

    before = dates()
    time.sleep(0.05)
    desk.read()
    assert (dates(), desk.hits("khỏe"), desk.hits("ngoại")) == (
        before,
        [record.getId()],
        [loose.getId()],
    )


def test_other_data_wait_again_and_their_old_text_is_gone_at_once(desk):
    record = desk.record("Bản cũ có tên học sinh")
    desk.read()
    replace(record["0.txt"], "Bản mới")
    during = fulltext.reading(record["0.txt"]).state, fulltext.texts_of(record), desk.hits("cũ")
    desk.read()

    assert during == ("waiting", "", [])
    assert (fulltext.texts_of(record), desk.hits('"bản mới"')) == ("Bản mới", [record.getId()])


def test_an_edited_title_is_no_reason_to_read_again(desk):
    file = desk.loose("Hội khỏe")
    desk.read()
    file.title = "Tên khác"
    notify(ObjectModifiedEvent(file))
    assert (queue(desk), fulltext.reading(file).state) == ([], "read")


def test_data_put_in_place_without_an_event_never_show_the_old_text(desk):
    file = desk.loose("Bản cũ")
    desk.read()
    time.sleep(0.002)
    file.file.data = "Bản mới".encode()
    during = fulltext.reading(file), fulltext.text_of(file)
    fulltext.ask_again(file)
    desk.read()
    assert (during, fulltext.text_of(file)) == ((None, ""), "Bản mới")


def test_a_copy_has_its_own_text_and_outlives_the_original(desk):
    file = desk.loose("Hội khỏe")
    desk.read()
    copied = api.content.copy(file, id="ban-sao")
    transaction.commit()
    blobs = [fulltext.reading(one).text for one in (file, copied)]
    after_copying = queue(desk), desk.hits("khỏe", sort_on="getId")
    api.content.delete(file)
    transaction.commit()
    replace(copied, "Ngoại khóa")
    desk.read()

    assert blobs[0] is not blobs[1]
    assert after_copying == ([], ["ban-sao", "tep.txt"])
    assert (fulltext.text_of(copied), desk.hits("khỏe")) == ("Ngoại khóa", [])


def test_a_copy_of_a_waiting_file_waits_too(desk):
    record = desk.record("Hội khỏe")
    copied = api.content.copy(record, id="ban-sao")
    assert sorted(queue(desk)) == sorted([record["0.txt"].UID(), copied["0.txt"].UID()])
    desk.read()
    assert (fulltext.texts_of(record), fulltext.texts_of(copied)) == ("Hội khỏe", "Hội khỏe")


def test_a_file_moved_out_of_a_record_takes_its_words_along(desk):
    record, other = desk.record("Hội khỏe"), desk.record(title="Văn bản khác")
    desk.read()
    moved = api.content.move(record["0.txt"], other)
    in_other = desk.hits("khỏe")
    loose = api.content.move(moved, sections.find("news"))

    assert (in_other, desk.hits("khỏe"), queue(desk)) == ([other.getId()], [loose.getId()], [])


def test_a_removed_file_waits_no_longer_and_its_record_forgets_its_words(desk):
    record = desk.record("Hội khỏe")
    desk.read()
    api.content.delete(record["0.txt"])
    waiting = desk.record("Ngoại khóa")
    api.content.delete(waiting)

    assert (desk.hits("khỏe"), queue(desk)) == ([], [])


def test_what_went_wrong_is_told_and_read_again_when_asked(desk):
    file = desk.loose(made.locked_pdf(), "a.pdf")
    desk.read()
    known = fulltext.reading(file)
    told = known.state, known.message.default or str(known.message)
    fulltext.ask_again(file)

    assert told == (
        "encrypted",
        "The file is protected by a password, so its text cannot be searched. Attach a copy "
        "without a password.",
    )
    assert (fulltext.reading(file).state, queue(desk)) == ("waiting", [file.UID()])
    assert desk.read() == [("a.pdf", "encrypted")]


def test_an_enormous_file_is_kept_and_not_read(desk, tmp_path):
    sparse = tmp_path / "lon.pdf"
    with sparse.open("wb") as stream:
        stream.truncate(201 * 1024**2)
    file = desk.loose("x")
    with sparse.open("rb") as stream:
        file.file.data = stream
    notify(ObjectModifiedEvent(file))
    began = time.monotonic()
    done = desk.read()

    assert (done, time.monotonic() - began < 5) == ([("tep.txt", "too-large")], True)
    assert file.file.getSize() == 201 * 1024**2


def test_the_limit_is_the_administrators(desk):
    api.portal.set_registry_record("eduportal.fulltext.largest_megabytes", 1)
    file = desk.loose("a " * 600_000)
    assert desk.read() == [(file.getId(), "too-large")]


def test_page_pictures_are_kept_with_their_sizes(desk):
    file = desk.loose(made.pdf("Trang một", "Trang hai"), "a.pdf")
    desk.read()
    known = fulltext.reading(file)
    pictures = [fulltext.picture(file, number) for number in (0, 1, 2, 3)]
    data = [blob.open("r").read() for blob in pictures[1:3]]

    assert (pictures[0], pictures[3]) == (None, None)
    assert [one[8:12] for one in data] == [b"WEBP", b"WEBP"]
    assert known.picture_sizes == tuple(map(len, data))
    assert (known.page_count, fulltext.pages_of(file)) == (2, ["Trang một", "Trang hai"])


def test_where_somebody_else_writes_meanwhile_the_result_is_kept_at_the_second_attempt(desk):
    file = desk.loose("Hội khỏe")
    transaction.commit()
    attempts = []

    def interfere(content, event):
        attempts.append(event)
        if len(attempts) == 1:
            with content._p_jar.db().transaction() as other:
                other.get(fulltext.reading(content)._p_oid)._p_changed = True

    sites = getGlobalSiteManager()
    sites.registerHandler(interfere, (IFileHolder, IFileRead))
    try:
        done = desk.read()
    finally:
        sites.unregisterHandler(interfere, (IFileHolder, IFileRead))

    assert (len(attempts), done, queue(desk)) == (2, [(file.getId(), "read")], [])
    assert (fulltext.text_of(file), desk.hits("khỏe")) == ("Hội khỏe", [file.getId()])


def test_a_file_replaced_while_it_is_read_waits_for_its_new_data(desk):
    file = desk.loose("Bản cũ")
    transaction.commit()
    known = fulltext.reading(file)
    replace(file, "Bản mới")
    transaction.commit()

    assert _store(file.UID(), known, Found("read", "", ["Bản cũ"])) is None
    assert (fulltext.text_of(file), queue(desk)) == ("", [file.UID()])
    desk.read()
    assert fulltext.text_of(file) == "Bản mới"


def test_a_run_may_be_limited_and_the_next_one_goes_on(desk):
    for number in range(3):
        desk.loose(f"Tệp số {number}", f"{number}.txt")
    first = fulltext.read_waiting(desk.portal, limit=2)
    second = fulltext.read_waiting(desk.portal)

    assert [len(one.outcomes) for one in (first, second)] == [2, 1]
    assert (first.left, second.left) == (1, 0)


def test_a_file_that_fewer_may_see_than_its_record_is_not_found_through_it(desk):
    record = desk.record("Hội khỏe", "Danh sách kín", state="published")
    record["1.txt"].manage_permission("View", ["Manager"])
    desk.read()
    assert (desk.hits("khỏe"), desk.hits("kín")) == ([record.getId()], [])


def test_where_the_kit_is_not_applied_nothing_is_read(plain):
    file = api.content.create(plain, "File", title="Tệp", file=blob_file("Hội khỏe"))
    assert (fulltext.queue_of(plain), KEY in IAnnotations(file)) == (None, False)
    assert [b.getId for b in plain.portal_catalog(SearchableText="khỏe")] == [file.getId()]


@pytest.mark.parametrize("unreadable", ["read", "empty"])
def test_queue_matching_takes_what_is_in_a_state(desk, unreadable):
    desk.loose("Hội khỏe", "co-chu.txt")
    desk.loose(made.docx(), "khong-chu.docx")
    desk.read()
    fulltext.queue_matching(desk.portal, lambda known: known.state == unreadable)
    assert desk.read() == [
        ({"read": "co-chu.txt", "empty": "khong-chu.docx"}[unreadable], unreadable)
    ]
