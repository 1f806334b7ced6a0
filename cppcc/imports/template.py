"""The empty workbook of an import: its columns, what belongs in each, and lists to choose from."""

import io

from cppcc.imports.importer import Importer
from cppcc.imports.sheets import Column


def template(importer: Importer) -> bytes:
    from openpyxl import Workbook  # slow to import, and needed by few requests
    from openpyxl.comments import Comment  # as above
    from openpyxl.styles import Font, PatternFill  # as above
    from openpyxl.utils import get_column_letter  # as above

    book = Workbook()
    sheet, notes = book.worksheets[0], book.create_sheet("填写说明")
    sheet.title = importer.title
    sheet.freeze_panes = "B2"
    notes.append(["列", "怎么填", "例子"])
    for place, column in enumerate(importer.columns(), start=1):
        head = sheet.cell(1, place, f"{column.title}{'*' if column.required else ''}")
        head.font = Font(bold=True)
        head.fill = PatternFill("solid", fgColor="FBECEC" if column.required else "F0F2F4")
        letter = get_column_letter(place)
        sheet.column_dimensions[letter].width = column.width
        sheet.column_dimensions[letter].number_format = "@"
        hint = f"{'必填。' if column.required else '可以不填。'}{column.hint}"
        notes.append([column.title, hint, column.example])
        head.comment = Comment(f"{hint}{f'例：{column.example}' if column.example else ''}", "系统")
        head.comment.width, head.comment.height = 260, 110
        if column.choices:
            _offer(book, sheet, letter, column)
    for letter, width in (("A", 14), ("B", 70), ("C", 24)):
        notes.column_dimensions[letter].width = width
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _offer(book, sheet, letter: str, column: Column) -> None:
    """A list to choose from in every cell of the column; its words stand on a sheet of their own,
    because a list inside the rule may not be longer than 255 characters."""
    from openpyxl.worksheet.datavalidation import DataValidation  # as above

    words = book["选项"] if "选项" in book.sheetnames else book.create_sheet("选项")
    words.sheet_state = "hidden"
    for row, word in enumerate((column.title, *column.choices), start=1):
        words[f"{letter}{row}"] = word
    last = len(column.choices) + 1
    rule = DataValidation(
        type="list", formula1=f"选项!${letter}$2:${letter}${last}", allow_blank=True
    )
    rule.error, rule.errorTitle, rule.showErrorMessage = "请从列表里选。", column.title, True
    sheet.add_data_validation(rule)
    rule.add(f"{letter}2:{letter}2000")
