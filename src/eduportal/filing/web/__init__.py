"""Filing through the web: a table and a ZIP are uploaded, looked at, then filed."""
