"""A running instance on one machine: its folders, its storage server, its web server."""
