"""The environment's ``NEWSCLEAN_PLUGINS``, as the commands see it."""

from __future__ import annotations

import os

from newsclean.errors import PluginError

VARIABLE = "NEWSCLEAN_PLUGINS"


def plugins_are_off() -> bool:
    """Tell whether no plugin is to be used."""
    return os.environ.get(VARIABLE, "").strip().lower() == "off"


def problem() -> str | None:
    """Return what is wrong with the setting; None if nothing is."""
    value = os.environ.get(VARIABLE, "")
    if not value.strip() or plugins_are_off():
        return None
    return f"{VARIABLE} is {value!r}; only 'off' (no plugin is used) or nothing is allowed"


def check_setting() -> None:
    """Refuse an unknown value: who mistyped ``off`` would get the records of plugins that they meant to leave out."""
    if message := problem():
        raise PluginError(message)


def unknown(name: str) -> str:
    """Return what to tell of a plugin's name that nobody has."""
    if plugins_are_off():
        return f"no plugin is called {name!r}: plugins are off ({VARIABLE}=off)"
    return f"no plugin is called {name!r}; `newsclean sites list` names them all"
