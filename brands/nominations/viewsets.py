"""征集通知 in /admin/: the province's notice, entered by the city's own people."""

from django.contrib import messages
from django.db import transaction
from django.shortcuts import redirect
from wagtail.admin.views.generic import CopyView, DeleteView, EditView
from wagtail.admin.viewsets.model import ModelViewSet

from brands.nominations import seats
from brands.nominations.models import Call
from cms.core.refusals import Refused


class CallEditView(EditView):
    """Changing a call under its lock: no endorsement slips in between the check of a smaller quota and its saving."""

    def post(self, request, *args, **kwargs):
        with transaction.atomic():
            Call.objects.select_for_update().get(pk=kwargs["pk"])
            return super().post(request, *args, **kwargs)

    def form_valid(self, form):
        try:
            with transaction.atomic():
                return super().form_valid(form)
        except Refused as refusal:
            form.add_error(None, refusal.reason)
            self.produced_error_message = self.get_error_message()
            return self.form_invalid(form)

    def save_instance(self):
        call = super().save_instance()
        seats.settle(Call.objects.get(pk=call.pk))
        return call


class CallCopyView(CopyView):
    """Entering next year's call from this year's."""

    def get_initial_form_instance(self):
        return self.get_object().next_one()


class CallDeleteView(DeleteView):
    """Deleting a call that nobody has answered."""

    def dispatch(self, request, *args, **kwargs):
        if self.object.nominations.exists():
            messages.error(request, "这个通知已经有申报了，不能删除。不再收的话，把截止时间提前就行。")
            return redirect(self.index_url_name)
        return super().dispatch(request, *args, **kwargs)


class CallViewSet(ModelViewSet):
    """The menu item 征集通知."""

    model = Call
    name = "calls"
    icon = "mail"
    menu_label = "征集通知"
    menu_order = 310
    add_to_admin_menu = True
    list_display = ["title", "level", "year", "opens_at", "closes_at", "default_quota", "city_quota"]
    list_filter = ["level", "year"]
    search_fields = ["title", "series", "document_number"]
    search_backend_name = None
    copy_view_class = CallCopyView
    edit_view_class = CallEditView
    delete_view_class = CallDeleteView


call_viewset = CallViewSet()
