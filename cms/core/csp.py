"""The content security policy: strict for the public and the desk, a second one under /admin/.

Wagtail 8's editor still writes inline scripts and styles; docs/content-security-policy.md tells which.
"""

from csp.constants import UNSAFE_INLINE
from csp.middleware import CSPMiddleware
from django.urls import reverse


class ContentSecurityPolicyMiddleware(CSPMiddleware):
    """One strict policy everywhere; `'unsafe-inline'` under Wagtail's own admin only."""

    def get_policy_parts(self, request, response, report_only=False):
        parts = super().get_policy_parts(request, response, report_only)
        if request.path_info.startswith(reverse("wagtailadmin_home")):
            parts.update = {"script-src": [UNSAFE_INLINE], "style-src": [UNSAFE_INLINE]}
        return parts
