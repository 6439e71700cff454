"""Every address of the site."""

from django.conf import settings
from django.urls import include, path
from django.views.generic import RedirectView
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from cms.core import views as core
from cms.review.views.corrections import corrections
from media import serving

to_sign_in = RedirectView.as_view(pattern_name="accounts:sign_in", query_string=True)

urlpatterns = [
    path("livez", core.alive, name="alive"),
    path("admin/login/", to_sign_in),
    path("_util/login/", to_sign_in),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("desk/", include("cms.accounts.urls")),
    path("desk/", include("cms.desk.urls")),
    path("desk/", include("cms.places.urls")),
    path("desk/inbox/", include("cms.notices.urls")),
    path("desk/review/", include("cms.review.urls")),
    path("desk/submissions/", include("brands.urls")),
    path("desk/lectures/", include("lectures.urls")),
    path("desk/nominations/", include("brands.nominations.urls")),
    path("gongshi/", include("brands.nominations.public_urls")),
    path("lectures/", include("lectures.public_urls")),
    path("corrections/", corrections, name="corrections"),
    path("search/", include("cms.search.urls")),
]

if settings.SERVE_UPLOADS:
    urlpatterns += [path("uploads/<path:path>", serving.upload, name="upload")]

urlpatterns += [path("", include("cms.pages.urls")), path("", include(wagtail_urls))]

handler400 = core.bad_request
handler403 = core.permission_denied
handler404 = core.page_not_found
handler500 = core.server_error
