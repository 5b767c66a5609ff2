"""Many documents at once: from a spreadsheet and a folder of scans, and back into one."""
