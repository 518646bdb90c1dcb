"""Whether the server is set as it should be: its settings, from wherever they come, its address, sign-in, libraries."""

import os
import re
import tomllib
from collections.abc import Iterator, Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from data.settings import OF_PROVIDER, OF_THIS_COMPUTER
from data.store.keys import open_to_others
from data.upkeep.look import Look

HARDENED = {
    "client": {"showErrorDetails": "none", "showErrorLinks": False, "disableDataExport": True},
    "server": {
        "enableXsrfProtection": True,
        "enableCORS": True,
        "enableStaticServing": False,
        "enableAgentApi": False,
        "fileWatcherType": "none",
    },
    "browser": {"gatherUsageStats": False},
    "runner": {"magicEnabled": False},
}
"""What the settings have to say: no details of errors, no requests of other sites, nothing sent home."""
WHY = {
    "client.showErrorDetails": "errors would be shown with what they were busy with, which may be a child's row",
    "browser.gatherUsageStats": "what people do here would be told to others",
    "server.allowedHosts": "pages elsewhere could ask this one under a name of their own",
}
PINNED = re.compile(r"([\w.\-]+)(?:\[[\w,]+\])?==([\w.]+)")


def server_looks(folder: Path) -> Iterator[Look]:
    """Yield what is found of the server of a dashboard that is installed in a folder."""
    path = folder / ".streamlit" / "config.toml"
    try:
        settings = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as why:
        yield Look("server", False, f"{path} cannot be read: {why}. Put back the one that comes with the dashboard.")
        return
    provider = _provider(folder)
    yield _settings(path, settings)
    yield _address(settings, provider)
    yield from _sign_in(provider)
    yield _libraries(folder)


def _settings(path: Path, settings: Mapping[str, Any]) -> Look:
    """Say whether the settings are the safe ones, those of the environment, which come first, among them."""
    wanted = {(section, name): value for section, names in HARDENED.items() for name, value in names.items()}
    loose = [f"{section}.{name}" for (section, name), value in wanted.items() if _set(settings, section, name) != value]
    hosts = _set(settings, "server", "allowedHosts")
    if not hosts or "*" in hosts:
        loose.append("server.allowedHosts")
    if not loose:
        return Look("server", True, "The server's settings are the safe ones.")
    reasons = "".join(f" With {name} as it is, {WHY[name]}." for name in loose if name in WHY)
    places = [_in_environment(*name.split(".")) for name in loose]
    by_environment = [place for place in places if place in os.environ]
    remedy = f" Unset {', '.join(by_environment)}, which come before the file." if by_environment else ""
    as_shipped = f"set {', '.join(loose)} as the dashboard comes with them."
    return Look("server", False, f"{path} is not safe: {as_shipped}{reasons}{remedy}")


def _address(settings: Mapping[str, Any], provider: Mapping[str, Any]) -> Look:
    """Say whether strangers could reach the server."""
    address = str(_set(settings, "server", "address") or "every address")
    if address in OF_THIS_COMPUTER:
        return Look("address", True, f"The server listens on {address}: to this computer alone.")
    if provider:
        return Look("address", True, f"The server listens on {address}, and whoever comes has to sign in.")
    return Look(
        "address",
        False,
        f"The server listens on {address}, and nobody has to sign in. Set server.address to 127.0.0.1.",
    )


def _provider(folder: Path) -> Mapping[str, Any]:
    """Return the settings of sign-in: of the file that SLAC_SIGN_IN names, or else of Streamlit's own file."""
    path = Path(os.environ.get("SLAC_SIGN_IN") or folder / ".streamlit" / "secrets.toml")
    try:
        return {"path": path, **tomllib.loads(path.read_text(encoding="utf-8")).get("auth", {})}
    except OSError:
        return {}
    except tomllib.TOMLDecodeError:
        return {"path": path}


def _sign_in(provider: Mapping[str, Any]) -> Iterator[Look]:
    """Say who lets people in, and whether the settings of that are whole and for their owner alone."""
    if not provider:
        yield Look("provider", True, "No provider of sign-in is set: one user of this computer opens the dashboard.")
        return
    lacking = [name for name in OF_PROVIDER if not provider.get(name)]
    if lacking:
        says = f"{provider['path']} lacks {', '.join(lacking)} in [auth]. Add them: without, nobody can sign in."
        yield Look("provider", False, says)
    elif not str(provider["server_metadata_url"]).startswith("https://"):
        yield Look(
            "provider", False, "server_metadata_url in [auth] is not https: sign-ins could be read on their way."
        )
    else:
        yield Look("provider", True, f"People sign in through {provider['server_metadata_url']}.")
    if open_to_others(provider["path"]):
        says = f"Others on this computer can read {provider['path']}. Allow its owner alone: chmod 600"
        yield Look("provider", False, says)


def _libraries(folder: Path) -> Look:
    """Say whether the libraries are of the versions that the dashboard was tried with."""
    path = folder / "requirements.txt"
    pins: dict[str, list[str]] = {}
    for name, pin in PINNED.findall(path.read_text(encoding="utf-8")) if path.is_file() else ():
        pins.setdefault(name, []).append(pin)  # one for each version of Python, where they differ
    odd = [
        f"{name} {_installed(name) or 'missing'} for {' or '.join(right)}"
        for name, right in pins.items()
        if _installed(name) not in right
    ]
    if odd:
        return Look("libraries", False, f"Of another version than was tried: {', '.join(odd)}. Run: make run")
    return Look("libraries", True, f"All {len(pins)} libraries are of the versions that were tried.")


def _installed(name: str) -> str | None:
    """Return the version of a library that is installed, or None."""
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def _set(settings: Mapping[str, Any], section: str, name: str) -> Any:
    """Return what a setting is: the environment comes before the file."""
    written = os.environ.get(_in_environment(section, name))
    if written is None:
        return settings.get(section, {}).get(name)
    return {"true": True, "false": False}.get(written.lower(), written)


def _in_environment(section: str, name: str) -> str:
    """Return what a setting is called in the environment: STREAMLIT_CLIENT_SHOW_ERROR_DETAILS."""
    return f"STREAMLIT_{section}_{re.sub(r'(?<=[a-z])(?=[A-Z])', '_', name)}".upper()
