"""Two editors save at the same time: in real databases, with two connections."""

from eduportal.search.index import VietnameseTextIndex
from eduportal.search.records import rids
from pathlib import Path
from ZODB.FileStorage import FileStorage
from ZODB.POSException import ConflictError
import pytest
import transaction
import ZODB


class Item:
    edu_number = ""

    def __init__(self, title, text=""):
        self.Title = title
        self.SearchableText = f"{title} {text}"


COMMON = "Sở Giáo dục và Đào tạo hướng dẫn công khai tài chính trường học năm học mới"


@pytest.fixture
def database(tmp_path: Path):
    opened = ZODB.DB(FileStorage(str(tmp_path / "Data.fs")))
    with opened.transaction() as connection:
        connection.root.index = index = VietnameseTextIndex("SearchableText")
        for rid in range(40):
            index.index_object(rid, Item(COMMON, f"số {rid}"))
    yield opened
    opened.close()


class Writer:
    """A connection with a transaction of its own."""

    def __init__(self, database):
        self.manager = transaction.TransactionManager()
        self.connection = database.open(self.manager)
        self.index = self.connection.root.index

    def close(self):
        self.manager.abort()
        self.connection.close()


@pytest.fixture
def writers(database):
    both = Writer(database), Writer(database)
    yield both
    for writer in both:
        writer.close()


def found(index, typed):
    return sorted(rid for tier in index.tiers(typed) for rid in rids(tier))


def test_two_new_documents_of_common_words_need_no_second_try(writers):
    first, second = writers
    first.index.index_object(1000, Item(COMMON))
    second.index.index_object(5000, Item(COMMON))
    first.manager.commit()
    second.manager.commit()
    first.manager.begin()
    assert found(first.index, "công khai") == [*range(40), 1000, 5000]
    assert first.index.numObjects() == 42
    assert first.index.getCounter() == second.index.getCounter()


def test_one_changes_and_one_deletes_beside_each_other(writers):
    first, second = writers
    first.index.index_object(3, Item(COMMON, "số 3"))
    first.index.index_object(4, Item("Bế giảng"))
    second.index.unindex_object(7)
    first.manager.commit()
    second.manager.commit()
    first.manager.begin()
    assert found(first.index, "công khai") == [rid for rid in range(40) if rid not in (4, 7)]
    assert found(first.index, "bế giảng") == [4]


def test_the_same_rare_word_written_twice_is_tried_again_and_complete(writers):
    first, second = writers
    first.index.index_object(1000, Item("Khinh khí cầu"))
    second.index.index_object(5000, Item("Khinh khí cầu"))
    first.manager.commit()
    with pytest.raises(ConflictError):
        second.manager.commit()
    second.manager.abort()
    assert second.index.index_object(5000, Item("Khinh khí cầu")) == 1
    second.manager.commit()
    first.manager.begin()
    assert found(first.index, "khinh khi cau") == [1000, 5000]


def test_a_reader_sees_its_own_moment_until_it_begins_again(writers):
    first, second = writers
    before = found(second.index, "công khai")
    first.index.index_object(1000, Item(COMMON))
    first.manager.commit()
    assert found(second.index, "công khai") == before
    second.manager.begin()
    assert found(second.index, "công khai") == [*before, 1000]
