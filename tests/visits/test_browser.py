"""The page's script reports that a page was looked at, and brings its figures up to date."""

PHONE = "Mozilla/5.0 (Linux; Android 13; SM-A145F) Chrome/119.0.0.0 Mobile Safari/537.36"


def test_a_page_that_is_looked_at_is_counted_without_a_cookie(district, chromium):
    context = chromium.new_context(user_agent=PHONE)
    page = context.new_page()
    with page.expect_response(lambda answer: "/@@visit" in answer.url) as answered:
        page.goto(f"{district.url}/xa-mau/vi")
    figures = answered.value.json()
    page.wait_for_function(
        "total => document.querySelector('[data-figure=total]').textContent == total",
        arg=str(figures["total"]),
    )

    assert figures["online"] >= 1
    assert context.cookies() == []
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
    assert "cookie" not in answered.value.request.headers
    context.close()
