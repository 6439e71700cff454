"""What the city writes at the foot of every page."""

from django.db import models
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting


@register_setting(icon="site")
class SiteSettings(BaseSiteSetting):
    """Names, contacts and legal identifiers of the site; a blank one is not shown."""

    motto = models.CharField("副题", max_length=40, blank=True, default="讲好身边的故事")
    host = models.CharField("主办单位", max_length=60, blank=True)
    operator = models.CharField("承办单位", max_length=60, blank=True)
    support = models.CharField("技术支持", max_length=60, blank=True)
    hotline = models.CharField("值班电话", max_length=30, blank=True, help_text="只填单位的公开电话。")
    email = models.EmailField("联系邮箱", blank=True)
    address = models.CharField("单位地址", max_length=100, blank=True)
    icp_number = models.CharField("ICP 备案号", max_length=60, blank=True)
    police_number = models.CharField("公安备案号", max_length=60, blank=True)
    site_code = models.CharField("网站标识码", max_length=40, blank=True)
    privacy = models.TextField("隐私与授权说明", blank=True)

    panels = [
        FieldPanel("motto"),
        MultiFieldPanel([FieldPanel("host"), FieldPanel("operator"), FieldPanel("support")], "单位"),
        MultiFieldPanel([FieldPanel("hotline"), FieldPanel("email"), FieldPanel("address")], "联系"),
        MultiFieldPanel([FieldPanel("icp_number"), FieldPanel("police_number"), FieldPanel("site_code")], "备案与标识"),
        FieldPanel("privacy"),
    ]

    class Meta:
        verbose_name = "站点设置"
