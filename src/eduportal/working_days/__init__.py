"""Working days (ngày làm việc): the holiday calendar and the terms counted by it."""
