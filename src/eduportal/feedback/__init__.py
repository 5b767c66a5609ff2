"""Feedback, questions, contact (góp ý, hỏi đáp, liên hệ): forms that reach the unit alone.

What is sent goes to the unit's mailbox and into a register that only administrators and assigned
readers open (TT 37/2020/TT-BGDĐT; Law 91/2025/QH15 on personal data). Nothing of it is kept in
the form itself, so that copies, exports and REST views of a form hold no message.
"""

from eduportal.feedback.forms import ensure_forms

__all__ = ["ensure_forms"]
