"""Who is asking: every read of the store takes a reader and shows no more than the reader may see."""

from dataclasses import dataclass

from data.errors import Mendable

EVERY = "*"
MAY_SEE_LISTS = ("analyst",)
"""The roles that may see who stands behind a figure, and figures of few; a role that is not named here may not."""


@dataclass(frozen=True)
class Reader:
    """Name a reader, their role, and the authorities and services they may see; `*` stands for every one."""

    who: str
    role: str
    authorities: tuple[str, ...]
    services: tuple[str, ...]

    def may_see_service(self, service: str) -> bool:
        """Tell whether the reader may see figures of a service."""
        return EVERY in self.services or service in self.services

    def may_see_authority(self, authority: str) -> bool:
        """Tell whether the reader may see figures of an authority."""
        return EVERY in self.authorities or authority in self.authorities

    def must_see_authority(self, authority: str) -> None:
        """Refuse an authority that is not the reader's.

        Raises:
            Mendable: naming the reader and the authority.
        """
        if not self.may_see_authority(authority):
            raise Mendable(f"{self.who} may not see figures of {authority}. Ask an administrator for access.")

    @property
    def sees_small_numbers(self) -> bool:
        """Tell whether the reader may see figures so small that a child may be recognised."""
        return self.role in MAY_SEE_LISTS

    @property
    def sees_everything(self) -> bool:
        """Tell whether nothing of any authority is kept from the reader."""
        return self.sees_small_numbers and EVERY in self.authorities and EVERY in self.services

    def must_see_lists(self) -> None:
        """Refuse a reader who may see figures and not who stands behind them.

        Raises:
            Mendable: naming the reader.
        """
        if self.role not in MAY_SEE_LISTS:
            raise Mendable(f"{self.who} may not see lists of children. Ask an administrator for access.")


LOCAL = Reader("local", "analyst", (EVERY,), (EVERY,))
"""The one role so far: whoever sits at this computer, since the server answers to no other."""

PUBLIC = Reader("the public", "public", (EVERY,), (EVERY,))
"""Whoever may read what is handed out: figures only, and none that may let a child be recognised."""
