"""The settings of a project: found in its files, checked, and given as a record. What a run makes of them is not decided here."""

from numclaims.configuration.files import find_configuration, read_configuration
from numclaims.configuration.settings import Configuration, ConfigurationError
from numclaims.configuration.sidecars import Sidecars

__all__ = ["Configuration", "ConfigurationError", "Sidecars", "find_configuration", "read_configuration"]
