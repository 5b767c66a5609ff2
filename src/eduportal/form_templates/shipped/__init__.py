"""The forms that come with the kit: texts with a little markup, set as Nghị định 30/2020 wants."""
