"""What every page says before anything is drawn: the font, and how the visitor reads."""

from eduportal.face.place import Place
from html import escape
from plone.app.layout.viewlets.common import ViewletBase

FONT = "++theme++eduportal/fonts/portal-sans.v1.woff2"

# Before the page is drawn, or large letters would come with a jump. What the visitor chose stays in
# the browser; nobody is sent it.
READING = (
    "(function(d,s){try{s=localStorage;"
    "if(s.eduText)d.text=s.eduText;"
    "if(s.eduContrast)d.contrast=s.eduContrast"
    "}catch(e){}})(document.documentElement.dataset)"
)


class Head(Place, ViewletBase):
    """The font is asked for while the style sheet that names it is still on its way."""

    def render(self) -> str:
        return (
            f'<link rel="preload" href="{escape(self.portal.absolute_url())}/{FONT}"'
            ' as="font" type="font/woff2" crossorigin="anonymous" />\n'
            f"<script>{READING}</script>"
        )
