"""A report as a file: one line per row, for whoever mends the table."""

from eduportal.filing.columns import columns
from eduportal.spreadsheets import csv_text
from eduportal.spreadsheets import xlsx_text
from io import BytesIO
from io import StringIO
from openpyxl import Workbook
from zope.i18n import translate
import csv

TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
}
HEADINGS = {
    "vi": ("Trang", "Dòng", "Văn bản", "Trích yếu", "Kết quả", "Cột thay đổi", "Lưu ý", "Địa chỉ"),
    "en": ("Sheet", "Row", "Document", "Subject", "Outcome", "Changed", "Notes", "Address"),
}
KEPT = {
    "vi": "{}: cổng ghi “{}”, bảng ghi “{}”; giữ nguyên",
    "en": "{}: the portal says “{}”, the table “{}”; kept",
}


class Download:
    """The report in its reader's language."""

    def __init__(self, report: dict, language: str, words: dict[str, str]) -> None:
        self.report = report
        self.language = language
        self.words = words
        self._titles = {column.token: column.title(language) for column in columns()}

    def answer(self, request, kind: str) -> bytes:
        response = request.response
        response.setHeader("Content-Type", TYPES[kind])
        response.setHeader("Content-Disposition", f'attachment; filename="import-report.{kind}"')
        lines = [HEADINGS[self.language], *map(self._line, self.report.get("outcomes", ()))]
        return _xlsx(lines) if kind == "xlsx" else _csv(lines)

    def _line(self, row: dict) -> tuple[str, ...]:
        notes = [one["in_row"][self.language] for one in row["problems"]]
        notes += [
            KEPT[self.language].format(self._titles[one["column"]], one["portal"], one["table"])
            for one in row["kept"]
        ]
        changed = ", ".join(self._titles[token] for token in row["changed"])
        done = translate(self.words[row["done"]], target_language=self.language)
        return (
            row["sheet"],
            str(row["row"]),
            row["label"],
            row["title"],
            done,
            changed,
            "\n".join(notes),
            row["url"],
        )


def _xlsx(lines: list[tuple[str, ...]]) -> bytes:
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for line in lines:
        sheet.append([xlsx_text(sheet, text) for text in line])
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def _csv(lines: list[tuple[str, ...]]) -> bytes:
    stream = StringIO()
    writer = csv.writer(stream)
    for line in lines:
        writer.writerow([csv_text(text) for text in line])
    return stream.getvalue().encode("utf-8-sig")
