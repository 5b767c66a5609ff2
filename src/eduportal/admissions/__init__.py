"""An admission season: applicants, results, letters, the ministry's table."""
