"""The form of a call in /admin/."""

from collections import Counter

from wagtail.admin.forms import WagtailAdminModelForm

from brands.nominations.models.step import COUNTED_BY_CITY, COUNTED_BY_COUNTY


class CallForm(WagtailAdminModelForm):
    """Refuses a quota smaller than what has been recommended already, saying by whom and how many.

    Quotas of categories are checked when the seats follow them (`seats.settle`).
    """

    def clean(self):
        cleaned = super().clean()
        self._name_categories()
        if self.instance.pk and not self.errors and self.formsets["quotas"].is_valid():
            self._check_counties(cleaned["default_quota"])
            self._check_city(cleaned["city_quota"])
        return cleaned

    def _name_categories(self) -> None:
        """Ask that the category of a quota or of a rule be one of the call's."""
        known = [line.strip() for line in self.cleaned_data.get("categories", "").splitlines()]
        for block in self.cleaned_data.get("materials") or ():
            category = block.value.get("category", "")
            if category and category not in known:
                self.add_error("materials", f"“{block.value['name']}”只管的类别“{category}”，上面没有写这个类别。")
        rows = self.formsets["category_quotas"]
        for form in rows.forms if rows.is_valid() else ():
            said = getattr(form, "cleaned_data", {})
            if not said or said.get("DELETE"):
                continue
            if said.get("category", "") not in known:
                form.add_error("category", "写上面“类别”里的一个，一字不差。")

    def _check_counties(self, default: int) -> None:
        rows = [row for row in self.formsets["quotas"].cleaned_data if row and not row.get("DELETE")]
        own = {row["county"].pk: row["limit"] for row in rows}
        counted = self.instance.nominations.filter(step__in=COUNTED_BY_COUNTY).select_related("place")
        for county, used in Counter(nomination.place for nomination in counted).items():
            if used > own.get(county.pk, default) + self.instance.extra_for(county):
                self.add_error(None, f"{county.title}已经推荐了 {used} 个，名额不能比这少。")

    def _check_city(self, limit: int) -> None:
        used = self.instance.nominations.filter(step__in=COUNTED_BY_CITY).count()
        if used > limit:
            self.add_error("city_quota", f"市里已经选定了 {used} 个，名额不能比这少。")
