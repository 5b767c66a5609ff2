"""The portal that Vietnamese law asks of an education office or a school, on Plone 6.2."""

from zope.i18nmessageid import MessageFactory

_ = MessageFactory("eduportal")
