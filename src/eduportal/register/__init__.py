"""The register as readers use it: one search with counts, the same over REST, as a file, as a feed."""
