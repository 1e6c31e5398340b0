"""What building the package does beside packing it: the libraries of the preview are fetched."""

import importlib.util
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class VendorHook(BuildHookInterface):  # type: ignore[type-arg]
    """Puts the libraries of the preview into the package before it is packed or installed."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Fetch what is lacking."""
        path = Path(self.root) / ".ci" / "vendor.py"
        spec = importlib.util.spec_from_file_location("vendor", path)
        assert spec
        assert spec.loader
        script = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(script)
        try:
            script.vendor()
        except script.UnfetchedError as error:
            self.app.abort(str(error))
