"""The action plan on its page, printed and as a workbook."""
