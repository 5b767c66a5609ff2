"""The register's record (văn bản): what it holds, its rules, its list."""
