"""The officers' queue, over HTTP."""

from tests.casework.conftest import words


def test_an_officer_sees_the_cases_of_his_services_and_nobody_elses(school):
    mine = school.apply("chuyen-truong", "Nguyễn Thị Đào")
    school.apply("hoc-bong", "Phạm Văn Khác")

    page = school.page("lan")

    assert [words(one) for one in page.select(".edu-rows__title")] == [
        f"Nguyễn Thị Đào {mine.code and page.select_one('.edu-code').text}"
    ]
    assert "Phạm Văn Khác" not in page.text
