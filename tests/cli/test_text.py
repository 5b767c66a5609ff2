from eduportal import sections
from eduportal.cli.text import app
from eduportal.cli.text import convert_portal
from plone import api
from plone.dexterity.utils import createContentInContainer
from typer.testing import CliRunner
import pytest
import transaction

OLD = "Th«ng b¸o tuyÓn sinh\n"
NEW = "Thông báo tuyển sinh\n"


def run(*arguments, stdin=None):
    return CliRunner().invoke(app, ["convert", *map(str, arguments)], input=stdin)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_files_are_printed_in_unicode_and_stay_as_they_are(tmp_path, encoding):
    path = tmp_path / "cu.txt"
    path.write_bytes(OLD.encode(encoding))
    done = run(path)
    assert (done.exit_code, done.stdout) == (0, NEW)
    assert done.stderr == f"{path}: TCVN3 (ABC)\n"
    assert path.read_bytes() == OLD.encode(encoding)


def test_standard_input_is_read_and_unicode_only_composed():
    done = run(stdin="To\u0302\u0301t\n".encode())
    assert (done.stdout, done.stderr) == ("Tốt\n", "-: Unicode\n")


def test_a_file_that_is_not_there_and_files_with_units_are_refused(tmp_path):
    missing = run(tmp_path / "khong.txt")
    both = run(tmp_path / "a.txt", "--unit", "hoa-sen")
    assert (missing.exit_code, both.exit_code) == (1, 2)
    assert "khong.txt: No such file or directory" in missing.stderr


def test_a_portals_content_is_shown_and_then_converted_without_touching_the_rest(functional_portal):
    texts = {"title": OLD.strip(), "description": "Đã là Unicode"}
    with api.env.adopt_roles(["Manager"]):
        made = createContentInContainer(sections.find("news"), "News Item", **texts)
        other = createContentInContainer(sections.find("news"), "News Item", title="Tin mới")
        transaction.commit()
        before = other.modified()
        path = "/".join(made.getPhysicalPath())
        passage = {
            "path": path,
            "field": "Tiêu đề",
            "encoding": "tcvn3",
            "before": OLD.strip(),
            "after": NEW.strip(),
        }
        shown = convert_portal(functional_portal, dry_run=True)
        title = made.title
        done = convert_portal(functional_portal, dry_run=False)
        again = convert_portal(functional_portal, dry_run=False)

    assert (shown, title, done, again) == ([passage], OLD.strip(), [passage], [])
    assert (made.title, made.description, other.modified()) == (
        NEW.strip(),
        texts["description"],
        before,
    )
    assert [
        brain.getPath()
        for brain in api.content.find(portal_type="News Item", Title="thông báo tuyển sinh")
    ] == [path]
