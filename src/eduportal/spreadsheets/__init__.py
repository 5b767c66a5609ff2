"""Plain Python: tables as offices really send them, and what is wrong with a cell said in words."""

from eduportal.spreadsheets.columns import Columns
from eduportal.spreadsheets.problems import Problem
from eduportal.spreadsheets.problems import quote
from eduportal.spreadsheets.reading import read
from eduportal.spreadsheets.rows import Row
from eduportal.spreadsheets.rows import Table
from eduportal.spreadsheets.rows import tidy
from eduportal.spreadsheets.writing import csv_text
from eduportal.spreadsheets.writing import xlsx_text

__all__ = [
    "Columns",
    "Problem",
    "Row",
    "Table",
    "csv_text",
    "quote",
    "read",
    "tidy",
    "xlsx_text",
]
