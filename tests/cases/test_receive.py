"""A case is opened, once for each page."""

from eduportal import cases


def test_an_application_opens_a_case_once(portal, opened):
    case, new = opened()
    again, new_again = opened()
    assert (new, new_again) == (True, False)
    assert again.number == case.number
    assert [row.number for row in cases.rows(portal)] == [case.number]
    assert cases.state_of(case) == "received"
    assert case.answer("pupil_name") == "Trần Bé Mẫu"
    assert case.files["001"].data == b"%PDF-1.7 a scan"
    assert cases.find(portal, cases.codes.shown(case.code), "+84912345678").number == case.number
