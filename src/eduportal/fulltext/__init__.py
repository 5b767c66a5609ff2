"""The text inside files: read in the background, searched, shown to who cannot see a scan."""
