"""The register as people fill it in, and what becomes of it."""

from io import BytesIO

from openpyxl import Workbook

from cms.places import register, sheet

HEADER = list(sheet.COLUMNS.values())


def book(*rows: dict, header=HEADER) -> bytes:
    """Make a sheet as people fill it in; a row is {"名称": …}."""
    made = Workbook()
    made.active.append(header)
    for row in rows:
        made.active.append([row.get(label) for label in header])
    for row in made.active.iter_rows():
        for cell in row:
            cell.data_type = "s" if cell.data_type == "f" else cell.data_type
    data = BytesIO()
    made.save(data)
    return data.getvalue()


def village(name="下埔村", **changes) -> dict:
    row = {"上级": "延溪区/上埔镇", "名称": name, "层级": "实践站", "状态": "正常运行", "自何日起": "2021-05-01"}
    return row | changes


def look(city, *rows, user=None, top=None):
    return register.look_through(user=user or city.manager, top=(top or city.yanxi).page_ptr, data=book(*rows))


def bring(city, *rows, user=None, top=None):
    return register.bring_in(user=user or city.manager, top=(top or city.yanxi).page_ptr, data=book(*rows))


def problems(plan) -> list[str]:
    return [said.words for said in plan.problems]
