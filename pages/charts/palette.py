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
