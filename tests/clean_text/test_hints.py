from eduportal.clean_text.hints import hints_in

CAPITALS = "HỘI KHỎE PHÙ ĐỔNG CẤP TRƯỜNG NĂM HỌC MỚI " * 4


def kinds(markup: str) -> list[str]:
    return [hint.kind for hint in hints_in(markup)]


def test_a_good_text_has_none():
    assert (
        kinds(
            '<h2>Mục</h2><h3>Ý</h3><p>Xem <a href="/k">kế hoạch năm học</a> '
            '<a href="/h"><img src="/h.jpg" alt="Sân trường"></a></p><h2>Mục</h2><p>BGDĐT</p>'
        )
        == []
    )


def test_each_fault_is_named_in_reading_order():
    found = hints_in(
        "<h1>Đầu</h1><h4>Sâu</h4>"
        '<p><img src="/a/anh.jpg"><img src="file:///C:/b.png" alt="b">'
        f'<img alt="c" src="data:image/png;base64,{"x" * 200_000}"></p>'
        '<p><a href="/x"></a><a href="/y">Xem tại đây!</a><a href="/z">Click here</a></p>'
        f"<p>{CAPITALS}</p>"
    )
    assert [hint.kind for hint in found] == [
        "heading-first",
        "heading-skips",
        "picture-without-text",
        "picture-left-behind",
        "picture-large",
        "link-empty",
        "link-says-nothing",
        "link-says-nothing",
        "capitals",
    ]
    assert found[1].message.mapping == {"text": "Sâu", "before": 1, "wanted": 2, "level": 4}
    assert found[2].message.mapping == {"name": "anh.jpg"}


def test_a_text_of_faults_is_answered_shortly():
    assert len(hints_in('<img src="/a.jpg">' * 1000)) == 30
