from tests.test_frozen_names import fill, names
import transaction
def test_gen(functional_portal, tmp_path, monkeypatch):
    monkeypatch.setenv("EDUPORTAL_MAIL_QUEUE", str(tmp_path / "queue"))
    fill(functional_portal); transaction.commit()
    open("tests/frozen_names.txt","w").write("\n".join(sorted(names(functional_portal)))+"\n")
