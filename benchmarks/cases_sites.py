"""What ``cases.py`` needs of the instance, each in a process of its own: a service, and a count.

``python cases_sites.py prepare`` makes a school's portal in ``$VAR`` with the ready-made service
"enrolment in grade 1", open and published, and prints its form's path; ``count`` prints what the
database of cases holds.
"""

from eduportal.cli.zope import instance
from eduportal.provisioning.requests import fresh
from plone import api
import json
import sys
import transaction

NUMBER = 1
READY = "grade-1"
ENOUGH = 10**6
"""Applications that one address may send: the whole crowd comes from this machine."""


def prepare() -> dict:
    import sites  # needs a configured Zope

    with instance() as app:
        sites.make_portal(app, NUMBER)
        with fresh(app, f"truong-{NUMBER}") as portal, api.env.adopt_roles(["Manager"]):
            from eduportal import online_services

            service = online_services.add(online_services.ready_services()[READY])
            api.content.transition(service, "publish")
            for name in ("address_posts", "address_tries", "address_megabytes"):
                api.portal.set_registry_record(f"eduportal.online_services.{name}", ENOUGH)
            form = online_services.form_of(service)
            path = "/".join(form.getPhysicalPath()[len(portal.getPhysicalPath()) :])
            transaction.commit()
    return {"portal": f"truong-{NUMBER}", "form": path}


def count() -> dict:
    """Names and codes of the cases as they are stored, and how many files each has."""
    with instance() as app, fresh(app, f"truong-{NUMBER}") as portal:
        from eduportal import cases

        found = [cases.by_number(portal, row.number) for row in cases.rows(portal)]
        return {
            "cases": [
                {"code": one.code, "name": one.applicant.name, "files": len(one.files)}
                for one in found
            ]
        }


if __name__ == "__main__":
    print(json.dumps({"prepare": prepare, "count": count}[sys.argv[1]]()))
