"""Rules of single pages that Wagtail's page permissions cannot say."""

from wagtail.models import PagePermissionTester


class StructurePermissionTester(PagePermissionTester):
    """Home, places and section indexes are the house itself: only the superuser changes them in /admin/."""

    def can_edit(self):
        return self.user.is_superuser and super().can_edit()

    def can_delete(self, ignore_bulk=False):
        return self.user.is_superuser and super().can_delete(ignore_bulk)

    def can_move(self):
        return self.user.is_superuser and super().can_move()

    def can_reorder_children(self):
        return False  # Wagtail's ordering page takes 72 s at 20,000 children (wagtail#12780)


class PlacePermissionTester(StructurePermissionTester):
    """Places grow by the register, not in the explorer."""

    def can_add_subpage(self):
        return self.user.is_superuser and super().can_add_subpage()
