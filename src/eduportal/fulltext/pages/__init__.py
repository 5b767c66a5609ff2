"""What people see of the text in files: pictures and text of pages, the editor's report."""
