"""What is offered while somebody types."""


def test_titles_numbers_and_addresses_of_what_may_be_seen(shelf):
    shelf.put("OfficialDocument", "Quy chế Bachlienhoa", "documents", number="36/2017/TT-BGDĐT")
    shelf.put("News Item", "Bản nháp Bachlienhoa", step="")
    answer = shelf.get("vi/@@suggest", q="bachli")
    (offered,) = answer.json()
    assert (offered["title"], offered["number"]) == ("Quy chế Bachlienhoa", "36/2017/TT-BGDĐT")
    assert offered["url"].endswith("/36-2017-tt-bgddt")
    assert answer.headers["Cache-Control"] == "private, max-age=60"
    assert answer.headers["Content-Type"] == "application/json; charset=utf-8"


def test_who_is_signed_in_gets_more_and_nobody_keeps_it(shelf):
    shelf.put("News Item", "Bản nháp Bachlienhoa", step="")
    answer = shelf.get("vi/@@suggest", person="owner", q="bachli")
    assert [one["title"] for one in answer.json()] == ["Bản nháp Bachlienhoa"]
    assert answer.headers["Cache-Control"] == "no-store"


def test_at_most_eight_and_the_best(shelf):
    for number in range(9):
        shelf.put("News Item", f"Tin số {number}", description="Về Bachlienhoa")
    shelf.put("News Item", "Bachlienhoa nở")
    offered = [one["title"] for one in shelf.suggested("bachlienh")]
    assert (len(offered), offered[0]) == (8, "Bachlienhoa nở")


def test_one_letter_is_not_enough(shelf):
    shelf.put("News Item", "Bachlienhoa")
    assert [shelf.suggested(typed) for typed in ("", "b", " b ")] == [[], [], []]


def test_english_readers_get_english_titles(shelf):
    shelf.put("OfficialDocument", "Quy chế", "documents", title_en="Rules of Bachlienhoa")
    assert [one["title"] for one in shelf.suggested("bachlienhoa", "en")] == [
        "Rules of Bachlienhoa"
    ]
