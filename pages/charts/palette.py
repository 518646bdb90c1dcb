"""The colours of every chart on its two grounds, light and dark: each at least 3 to 1 on its ground, text 4.5 to 1.

No colour speaks alone: a shape, a dash or a word says the same.
"""

GROUND = {"light": "#FFFFFF", "dark": "#171614"}
INK = {"light": "#12436D", "dark": "#5694CA"}
BRIGHT = {"light": "#C2500F", "dark": "#F46A25"}
"""The colour of ours among others; a name or a shape says the same."""
TEXT = {"light": "#3D3D3D", "dark": "#D6D0C6"}
FAINT = {"light": "#767676", "dark": "#A9A299"}
BAND = {"light": "#E9E6DE", "dark": "#35322D"}
"""The ground between two limits; its edges are drawn in FAINT, since the band alone is too pale to be seen."""
AIM = {"light": "#801650", "dark": "#D58AB5"}
MEANING = {
    "light": {"improvement": "#005EB8", "concern": "#B84A00", "neutral": "#490092"},
    "dark": {"improvement": "#6FB1F0", "concern": "#F46A25", "neutral": "#BFA3EA"},
}
"""The hues of NHS "Making Data Count", dark or light enough to be seen; shapes and words say the same."""
CURVES = {
    "light": ("#12436D", "#C2500F", "#1C7F77", "#7A5AA6"),
    "dark": ("#5694CA", "#F46A25", "#28A197", "#A285D1"),
}
GRADES = {"light": ("#E7EEF3", "#12436D"), "dark": ("#26333D", "#8FBCE3")}
"""The colours of a share of nought and of a full one."""
FULL = 0.25
"""The share from which a cell of a grid is as dark as it gets: a quarter of the rows is bad enough."""


def mixed(grades: tuple[str, str], reach: float) -> str:
    """Return the colour that lies so far between two, from 0 to 1."""
    return "#" + "".join(f"{round(part * 255):02X}" for part in _between(grades, reach))


def ink_on(grades: tuple[str, str], reach: float) -> str:
    """Return black or white, whichever stands out more from the colour that lies so far between two."""
    parts = _between(grades, reach)
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    light = sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
    return "#000000" if (light + 0.05) ** 2 > 0.05 * 1.05 else "#FFFFFF"


def _between(grades: tuple[str, str], reach: float) -> list[float]:
    """Return red, green and blue, each from 0 to 1, of the colour that lies so far between two."""
    low, high = ([int(grade[place : place + 2], 16) / 255 for place in (1, 3, 5)] for grade in grades)
    return [begin + (end - begin) * reach for begin, end in zip(low, high, strict=True)]
