from eduportal import sections
from eduportal.content_types.official_document.effects import boundaries_of
from plone import api
from plone.dexterity.utils import createContentInContainer
import timeit, datetime, transaction
def test_cost(functional_portal):
    s = sections.find("document-register")
    with api.env.adopt_roles(["Manager"]):
        docs=[createContentInContainer(s,"OfficialDocument",title=f"t{n}",number=f"{n}/KH",issued_on=datetime.date(2020,1,1)) for n in range(20)]
        transaction.commit()
        t=timeit.timeit(lambda:[boundaries_of(d) for d in docs], number=20)/400
        open("/tmp/RECORD/cost.txt","w").write(f"boundaries_of {t*1e6:.0f} us\n")
