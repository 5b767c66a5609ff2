from tests.search.test_portal_search import *
def test_x(rest):
    for kw in ({"SearchableText":"kế hoạ"},{"SearchableText":"kế hoạ*"},{"SearchableText":"kế","use_site_search_settings":1},{"SearchableText":"kế hoạch","use_site_search_settings":1},{"SearchableText":"kế hoạ","use_site_search_settings":1},{"SearchableText":"ke* AND hoa*"},{"SearchableText":"kế* AND hoạ*"}):
        print(kw, rest.ids("@search", **kw))
    print(rest.get("@@getVocabulary", name="plone.app.vocabularies.Catalog", query="{}").json())
    print(rest.session.get("%s/vi/@@getVocabulary"%rest.base.replace("/vi/thu",""), params=dict(name="plone.app.vocabularies.Catalog", query=json.dumps({"criteria":[{"i":"SearchableText","o":"plone.app.querystring.operation.string.contains","v":"thuy l*"}]}), attributes='["getId"]')).text)
    assert 0
