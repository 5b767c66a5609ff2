"""A wheel installed in a clean environment holds what a checkout holds."""

from pathlib import Path
from tests.checks.pins import ROOT
import os
import shutil
import subprocess
import sys

UV = Path(sys.executable).parent / "uv"
NEEDED = ("__init__.py", "conftest.py", "district.py", "test_house.py")


def run(*command, cwd):
    clean = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "VIRTUAL_ENV")}
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, env=clean, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_house_stands_from_a_wheel_in_a_clean_environment(tmp_path):
    python = tmp_path / "venv" / "bin" / "python"
    run(UV, "build", "--quiet", "--wheel", "--out-dir", tmp_path, ROOT, cwd=tmp_path)
    wheel = next(tmp_path.glob("eduportal-*.whl"))
    run(UV, "venv", "--quiet", "--python", sys.executable, tmp_path / "venv", cwd=tmp_path)
    run(
        *(UV, "pip", "install", "--quiet", "--python", python),
        *("-c", ROOT / "constraints.txt", f"{wheel}[test]"),
        cwd=tmp_path,
    )
    (tmp_path / "tests").mkdir()
    for name in NEEDED:
        shutil.copy(ROOT / "tests" / name, tmp_path / "tests")

    printed = run(python, "-m", "pytest", "-q", "tests/test_house.py", cwd=tmp_path)
    where = run(python, "-c", "import eduportal; print(eduportal.__file__)", cwd=tmp_path)
    helped = run(python.parent / "eduportal", "--help", cwd=tmp_path)

    assert "4 passed" in printed
    assert Path(where.strip()).is_relative_to(tmp_path / "venv")
    assert "provision" in helped
