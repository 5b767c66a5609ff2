from eduportal.mandate import catalogue
import pytest

TT53 = f"{catalogue().source('tt53').label_vi}, Điều 4.7"
TT53_EN = f"{catalogue().source('tt53').label_en}, Điều 4.7"
TT53_QUOTE = (
    "Không sử dụng địa chỉ thư điện tử của các mạng xã hội (như @gmail.com, @yahoo.com, "
    "@vnn.vn...) trong giao dịch công tác"
)
KONTUM = f"{catalogue().source('kontum').label_vi}, II.1 gạch 11"
KONTUM_EN = f"{catalogue().source('kontum').label_en}, II.1 gạch 11"
KONTUM_QUOTE = (
    "Không sử dụng các Trang thông tin điện tử liên kết từ các Website (violet.vn, webnode.vn,...)"
)


@pytest.mark.parametrize(
    "value", ["http://c1c.edu.vn", "tinhmau.edu.vn/c1c", "trường.edu.vn", "c1c", "-c.edu.vn", "a b"]
)
def test_a_domain_that_is_none_is_refused(outcome, value):
    assert outcome("domain", value) == (
        [
            (
                "error",
                f'Dòng 4, cột domain: "{value}" không phải là tên miền. Chỉ ghi tên miền không '
                "dấu, không có http:// hay đường dẫn, ví dụ c1hoasen.tinhmau.edu.vn.",
                f'Row 4, column domain: "{value}" is not a domain name. Write the name only, '
                "without marks, http:// or a path, such as c1hoasen.tinhmau.edu.vn.",
            )
        ],
        None,
    )


def test_a_free_site_that_kon_tum_names_is_refused_with_its_words(outcome):
    assert outcome("domain", "c1hoasen.violet.vn") == (
        [
            (
                "error",
                'Dòng 4, cột domain: tên miền "c1hoasen.violet.vn" thuộc violet.vn, không được '
                f'dùng theo {KONTUM}: "{KONTUM_QUOTE}".',
                'Row 4, column domain: the domain "c1hoasen.violet.vn" belongs to violet.vn, '
                f'refused under {KONTUM_EN}: "{KONTUM_QUOTE}".',
            )
        ],
        None,
    )


def test_a_free_site_of_the_same_sort_is_refused_without_pretending_it_was_named(outcome):
    assert outcome("domain", "sites.google.com") == (
        [
            (
                "error",
                'Dòng 4, cột domain: tên miền "sites.google.com" thuộc sites.google.com, không '
                f'được dùng vì cùng loại với các dịch vụ nêu tại {KONTUM}: "{KONTUM_QUOTE}".',
                'Row 4, column domain: the domain "sites.google.com" belongs to sites.google.com, '
                f'refused as being of the kind named in {KONTUM_EN}: "{KONTUM_QUOTE}".',
            )
        ],
        None,
    )


@pytest.mark.parametrize("column", ["email", "email_domain"])
def test_published_free_mail_is_refused_with_the_circulars_words(outcome, column):
    value = {"email": "C1Hoasen@Gmail.com", "email_domain": "@gmail.com"}[column]
    assert outcome(column, value) == (
        [
            (
                "error",
                f'Dòng 4, cột {column}: "{value}" là thư điện tử miễn phí, không được công bố '
                f'theo {TT53}: "{TT53_QUOTE}".',
                f'Row 4, column {column}: "{value}" is free mail and may not be published under '
                f'{TT53_EN}: "{TT53_QUOTE}".',
            )
        ],
        None,
    )


def test_an_administrators_free_mail_only_warns(outcome):
    sentences, unit = outcome("admin_email", "co.giao@gmail.com")
    assert sentences == [
        (
            "warning",
            'Dòng 4, cột admin_email: "co.giao@gmail.com" là thư điện tử miễn phí: chỉ dùng để '
            "mời quản trị viên, không công bố.",
            'Row 4, column admin_email: "co.giao@gmail.com" is free mail: used to invite the '
            "administrator only, never published.",
        )
    ]
    assert unit.admin_email == "co.giao@gmail.com"


@pytest.mark.parametrize("column", ["email", "admin_email"])
@pytest.mark.parametrize("value", ["vanphong", "a@b", "a b@tinhmau.edu.vn", "a@b@tinhmau.edu.vn"])
def test_a_mailbox_that_is_none_is_refused(outcome, column, value):
    assert outcome(column, value) == (
        [
            (
                "error",
                f'Dòng 4, cột {column}: "{value}" không phải là địa chỉ thư điện tử, ví dụ '
                "vanphong@tinhmau.edu.vn.",
                f'Row 4, column {column}: "{value}" is not an e-mail address, such as '
                "vanphong@tinhmau.edu.vn.",
            )
        ],
        None,
    )


@pytest.mark.parametrize(
    "value",
    [
        "0243 000 0000",
        "(024) 3000-0000",
        "+84 24 3000 0000",
        "0243.000.0000; 0912 000 000",
        "0243 000 0000 (máy lẻ 12)",
        "1900 0000",
    ],
)
def test_telephone_numbers_are_taken_as_people_write_them(outcome, value):
    sentences, unit = outcome("phone", value)
    assert (sentences, unit.phone) == ([], value)


def test_a_telephone_number_without_its_zero_gets_it_back(outcome):
    sentences, unit = outcome("phone", "2430000000")
    assert sentences == [
        (
            "warning",
            'Dòng 4, cột phone: "2430000000" thiếu số 0 ở đầu (Excel bỏ đi); '
            "đã hiểu là 02430000000.",
            'Row 4, column phone: "2430000000" lacks its leading 0 (Excel drops it); '
            "read as 02430000000.",
        )
    ]
    assert unit.phone == "02430000000"


def test_a_telephone_number_that_lost_its_digits_is_refused(outcome):
    assert outcome("phone", "2.43E+08") == (
        [
            (
                "error",
                'Dòng 4, cột phone: "2.43E+08" là số điện thoại đã bị Excel làm mất chữ số. '
                "Hãy định dạng cột là Văn bản (Text) rồi gõ lại.",
                'Row 4, column phone: "2.43E+08" is a telephone number whose digits Excel '
                "dropped. Format the column as Text and retype it.",
            )
        ],
        None,
    )


def test_what_is_no_telephone_number_only_warns(outcome):
    sentences, unit = outcome("phone", "không có")
    assert [severity for severity, _, _ in sentences] == ["warning"]
    assert unit.phone == "không có"
