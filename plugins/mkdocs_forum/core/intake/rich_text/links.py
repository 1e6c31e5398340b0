"""Addresses that a program has wrapped into others, which lead to it first."""

from urllib.parse import parse_qs, urlsplit

_GUARD = ".safelinks.protection.outlook.com"
"""Host by which Outlook leads to every address."""


def meant(address: str) -> str:
    """Give the address that people meant, which Outlook may have wrapped into its own."""
    try:
        url = urlsplit(address)
        is_guarded = (url.hostname or "").endswith(_GUARD)
        return parse_qs(url.query)["url"][0] if is_guarded else address
    except (ValueError, KeyError):
        return address
