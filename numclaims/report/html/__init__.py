"""An audit, a claim table, or documents lined up, as one HTML file that needs no network and no script to be read."""

from numclaims.report.html.lineups import line_ups_as_html
from numclaims.report.html.page import claims_as_html, findings_as_html

__all__ = ["claims_as_html", "findings_as_html", "line_ups_as_html"]
