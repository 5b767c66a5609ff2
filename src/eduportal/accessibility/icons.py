"""Signs before messages that say what the words beside them say."""

from Products.CMFPlone.browser.icons import IconsView

BESIDE_WORDS = "plone-statusmessage-"


class Icons(IconsView):
    """Plone calls the sign of a refused form "Error" in every language, before the sentence."""

    def tag(self, name, tag_class="", tag_alt=""):
        if not name.startswith(BESIDE_WORDS):
            return super().tag(name, tag_class, tag_alt)
        return super().tag(name, tag_class).replace("<svg ", '<svg aria-hidden="true" ', 1)
