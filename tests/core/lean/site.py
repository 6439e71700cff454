"""One page that takes its time."""

import time

from django.http import HttpResponse
from django.urls import path


def page(request):
    time.sleep(float(request.GET.get("seconds", 0)))
    return HttpResponse("完整的一页")


urlpatterns = [path("", page)]
