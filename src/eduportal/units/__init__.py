"""Units (đơn vị): their spreadsheet, its rules, their names, and the portals made of them."""
