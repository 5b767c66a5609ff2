"""What a document says of itself, read from its text and proposed to the editor, never written.

Plain Python. The layout is that of NĐ 30/2020/NĐ-CP, Phụ lục I: issuing authority at the upper
left, national name at the upper right, below them number and place with date, then form and
subject, and at the end the signer beside the recipients. Texts come from files or from recognition,
so columns may run into one line and letters may be wrong: what is not clear is not proposed.
"""

from eduportal.content_types.official_document.proposals.propose import Proposal
from eduportal.content_types.official_document.proposals.propose import propose

__all__ = ["Proposal", "propose"]
