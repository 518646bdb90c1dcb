"""A chart that PowerPoint draws itself: months, the target in dashes, the limits of chance, the latest value named."""

from typing import TYPE_CHECKING, Any

from pages.report.document import Drawn

if TYPE_CHECKING:
    from pptx.dml.color import RGBColor
    from pptx.slide import Slide
    from pptx.util import Length

FONT = "Arial"
BLUE, RED, GREY, LINE, LIMIT = "12436D", "A8322D", "4D4A45", "E4E1DB", "9C968C"
FORMATS = {"count": "#,##0", "percent": '0.0"%"', "rate": "0.0", "average": "0.0"}
"""Of numbers, by their unit."""
ON_THE_AXIS = {"percent": '0"%"'}
WHOLE, NEARLY_WHOLE = 100, 90
"""Per cent: the end of an axis on which something stands above the second, since no share is more than all."""
EVERY = 6
"""Months between those that are named beneath."""


def draw_natively(slide: "Slide", drawn: Drawn, place: "tuple[Length, Length, Length, Length]", alt: str) -> None:
    """Draw a chart on a slide; `alt` is what it shows in words."""
    from pptx.chart.data import CategoryChartData
    from pptx.enum.chart import XL_CHART_TYPE

    series: Any = CategoryChartData(number_format=FORMATS.get(drawn.unit, "0.0"))
    series.categories = list(drawn.months)
    for name, values in ((drawn.title, drawn.values), *drawn.aims, *drawn.limits):
        series.add_series(name, list(values))
    frame: Any = slide.shapes.add_chart(XL_CHART_TYPE.LINE, *place, series)
    frame._element.nvGraphicFramePr.cNvPr.set("descr", alt)
    chart: Any = frame.chart
    looks = [(BLUE, 2.5, False), *[(RED, 1.5, True)] * len(drawn.aims), *[(LIMIT, 1.25, False)] * len(drawn.limits)]
    for line, look in zip(chart.plots[0].series, looks, strict=True):
        _line(line, *look)
    _axes(chart, drawn)
    _name_the_latest(chart, drawn)


def _line(line: Any, tint: str, points: float, is_dashed: bool) -> None:
    """Give a line its colour and width, without a mark on each month."""
    from pptx.enum.chart import XL_MARKER_STYLE
    from pptx.enum.dml import MSO_LINE
    from pptx.util import Pt

    line.smooth = False
    line.marker.style = XL_MARKER_STYLE.NONE
    line.format.line.width, line.format.line.color.rgb = Pt(points), colour(tint)
    if is_dashed:
        line.format.line.dash_style = MSO_LINE.DASH


def _axes(chart: Any, drawn: Drawn) -> None:
    """Give a chart its letters, axes and key: a month named every half year, and no title of its own."""
    from pptx.enum.chart import XL_LEGEND_POSITION
    from pptx.util import Pt

    chart.has_title, chart.has_legend = False, bool(drawn.aims or drawn.limits)
    chart.font.size, chart.font.name, chart.font.color.rgb = Pt(14), FONT, colour(GREY)
    if chart.legend is not None:
        chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
        _leave_out_of_key(chart.legend._element, 0)  # the title of the slide names it
    values, months = chart.value_axis, chart.category_axis
    values.major_gridlines.format.line.color.rgb = colour(LINE)
    values.format.line.fill.background()
    values.tick_labels.number_format_is_linked = False
    values.tick_labels.number_format = ON_THE_AXIS.get(drawn.unit, "General")
    if drawn.unit == "percent":
        values.maximum_scale = WHOLE if _highest(drawn) > NEARLY_WHOLE else None
    months.format.line.color.rgb = colour(GREY)
    for name in ("c:tickLblSkip", "c:tickMarkSkip"):
        _written_into(months._element, name, EVERY)


def _highest(drawn: Drawn) -> float:
    """Return the highest value that is drawn."""
    lines = (drawn.values, *(values for _, values in (*drawn.aims, *drawn.limits)))
    return max((value for values in lines for value in values if value is not None), default=0)


def _leave_out_of_key(legend: Any, place: int) -> None:
    """Leave a line out of the key, for which the library has no word."""
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import nsdecls, qn

    entry = f'<c:legendEntry {nsdecls("c")}><c:idx val="{place}"/><c:delete val="1"/></c:legendEntry>'
    legend.find(qn("c:legendPos")).addnext(parse_xml(entry))


def _written_into(axis: Any, name: str, number: int) -> None:
    """Write a number that the library has no word for into an axis, where the format wants it."""
    from pptx.oxml.ns import qn

    element = axis.makeelement(qn(name), {"val": str(number)})
    axis.find(qn("c:noMultiLvlLbl")).addprevious(element)


def _name_the_latest(chart: Any, drawn: Drawn) -> None:
    """Write its value beside the last month that has one, with a mark on it."""
    from pptx.enum.chart import XL_LABEL_POSITION, XL_MARKER_STYLE
    from pptx.util import Pt

    known = [place for place, value in enumerate(drawn.values) if value is not None]
    if not known:
        return
    point = chart.plots[0].series[0].points[known[-1]]
    point.marker.style, point.marker.size = XL_MARKER_STYLE.CIRCLE, 8
    point.marker.format.fill.solid()
    point.marker.format.fill.fore_color.rgb = colour(BLUE)
    point.format.line.color.rgb = colour(BLUE)
    label = point.data_label
    label.position = XL_LABEL_POSITION.RIGHT
    label.font.size, label.font.bold, label.font.color.rgb = Pt(16), True, colour(BLUE)


def colour(written: str) -> "RGBColor":
    """Return a colour by its six hexadecimal digits."""
    from pptx.dml.color import RGBColor

    return RGBColor.from_string(written)
