"""Cases (hồ sơ): where they lie, their codes, steps, messages, status page, retention."""
