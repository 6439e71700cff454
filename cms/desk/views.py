"""The shell of the workbench."""

from django.contrib.auth.decorators import login_required
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from cms.desk.greeting import greeting
from cms.desk.tabs import links_for
from cms.desk.todos import todos_for
from cms.places import scope


@never_cache
@login_required
def home(request):
    """Show what waits for this person."""
    return render(request, "desk/home.html", {"greeting": greeting(request.user), "todos": todos_for(request.user)})


@never_cache
@login_required
def mine(request):
    """Show who one is here, and the ways to everything that has no tab of its own."""
    return render(
        request, "desk/mine.html", {"memberships": scope.memberships(request.user), "links": links_for(request.user)}
    )
