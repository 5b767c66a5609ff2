from eduportal import sample
from eduportal.sample import marks
from plone import api
def test_probe(portal):
    with api.env.adopt_roles(["Manager"]):
        sample.load(portal)
        out=[]
        for s in marks.samples():
            if s.portal_type in ("Service","EasyForm"):
                out.append((s.absolute_url_path(), s.portal_type, s.objectIds() if hasattr(s.aq_base if hasattr(s,'aq_base') else s,'objectIds') else None, type(s).__mro__[0:3]))
        r=sample.unload(portal)
        print(out); print(r.kept); print([p for p in r.removed if "mau" in p and ("dich-vu" in p or "truc-tuyen" in p or "/en/" in p)])
        assert 0
