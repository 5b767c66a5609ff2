def test_portal(portal):
    print(portal.objectIds(), portal.vi.objectIds(), portal.en.objectIds())
    import AccessControl.Permission, AccessControl
    from AccessControl.Permission import getPermissions
    for p in sorted(x[0] for x in getPermissions()):
        roles = [r["name"] for r in portal.rolesOfPermission(p) if r["selected"]]
        acq = portal.acquiredRolesAreUsedBy(p)
        print(p, "|", roles, bool(acq))
    assert 0
