from tests.editorial.conftest import PASSWORD
from tests.photos.test_album import *
from tests.photos.test_album import send
from playwright.sync_api import sync_playwright
from eduportal.corrections import add
import transaction, threading

def shots(base, url, addresses):
    with sync_playwright() as p:
        b = p.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        c = b.new_context(viewport={"width": 360, "height": 800}, http_credentials={"username":"chief","password":PASSWORD,"send":"always"})
        pg = c.new_page()
        for n, a in addresses.items():
            pg.goto(a); pg.wait_for_timeout(1500)
            pg.screenshot(path=f"/tmp/content/{n}.png", full_page=True)
            print("WIDE", n, pg.evaluate("document.documentElement.scrollWidth"))
        c2 = b.new_context(viewport={"width": 360, "height": 800}); pg=c2.new_page()
        for n in ("album","news","news_list","home"):
            pg.goto(addresses[n]); pg.screenshot(path=f"/tmp/content/v_{n}.png", full_page=True)
            print("WIDE v", n, pg.evaluate("document.documentElement.scrollWidth"), pg.evaluate("document.documentElement.lang"))
        b.close()

def test_look(office, album, write):
    send(office, album, ("a.jpg", taken(size=(1200,800))), ("b.jpg", taken(size=(600,900))), ("c.png", taken("PNG")))
    transaction.begin()
    news = write("published", title="Thông báo nghỉ học tránh bão số 12", description="Nghỉ từ ngày mai", urgency="urgent", author_names="Nguyễn Văn Mẫu", source_name="Báo Giáo dục và Thời đại", source_url="https://giaoducthoidai.vn/x", language="vi", parent=sections.find("announcements"))
    with api.env.adopt_user("chief"):
        add(news, "In sai ngày.\nĐúng là 05/12/2026.")
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(album, "publish")
    transaction.commit()
    A=office.address
    s=A(sections.find("news"))
    draft = write("draft", kind="Album", parent=sections.find("photos-videos"), title="Album khác")
    with api.env.adopt_roles(["Manager"]):
        from plone.namedfile.file import NamedBlobImage
        api.content.create(draft, "Image", "a", image=NamedBlobImage(taken(), filename="a.jpg"))
    transaction.commit()
    ad={"album":A(album),"add":A(album)+"/@@add-pictures","texts":A(album)+"/@@picture-texts","news":A(news),"correct":A(news)+"/@@correct","form":s+"/++add++News Item","topicform":s+"/++add++Topic","news_list":s,"home":office.url+"/vi","step":A(draft)+"/@@step?step=publish","withdraw":A(news)+"/@@step?step=withdraw"}
    t=threading.Thread(target=shots,args=(office,"",ad)); t.start(); t.join()
