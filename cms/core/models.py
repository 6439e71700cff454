"""Days that the office knows better than the calendar: announced after a release, or only here."""

from django.db import models


class CalendarDay(models.Model):
    """A day whose work or rest somebody entered by hand; it goes before what the libraries know."""

    day = models.DateField("日期", unique=True)
    works = models.BooleanField("上班", default=False, help_text="调休上班的周末打上勾；放假的日子不打。")
    name = models.CharField("叫什么", max_length=20, blank=True, help_text="例如：国庆节、县庆。普通调休可以不写。")

    class Meta:
        ordering = ["-day"]
        verbose_name = "放假和调休"
        verbose_name_plural = "放假和调休"

    def __str__(self):
        return f"{self.day:%Y年%-m月%-d日} {'上班' if self.works else '放假'} {self.name}".rstrip()
