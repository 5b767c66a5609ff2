"""What keeps portals apart and visitors safe."""

from eduportal.safety.sent_words import keep_out_of_logs

keep_out_of_logs()
