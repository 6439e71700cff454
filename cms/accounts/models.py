"""The person behind an account."""

from datetime import timedelta

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.db import models
from django.utils import timezone

ONE_TIME_PASSWORD_LIFE = timedelta(hours=72)  # ASVS 5.0, 6.4.1


class UserManager(BaseUserManager):
    """Makes accounts; a superuser is made only from the command line."""

    def create_user(self, username: str, password: str | None = None, *, name: str = "", **fields) -> "User":
        user = self.model(username=username, name=name or username, **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, username: str, password: str | None = None, **fields) -> "User":
        return self.create_user(username, password, is_superuser=True, **fields)


class User(AbstractBaseUser, PermissionsMixin):
    """A person with one name, as people here have one."""

    username = models.CharField(
        "登录名",
        max_length=60,
        unique=True,
        validators=[UnicodeUsernameValidator()],
        error_messages={"unique": "这个登录名已经有人用了。"},
    )
    name = models.CharField("姓名", max_length=40)
    email = models.EmailField("邮箱", blank=True)
    is_active = models.BooleanField("可以登录", default=True)
    date_joined = models.DateTimeField("开户时间", default=timezone.now)
    one_time_password_at = models.DateTimeField("一次性密码发放时间", null=True, blank=True, editable=False)

    objects = UserManager()

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        verbose_name = "账号"
        verbose_name_plural = "账号"

    def __str__(self):
        return self.name

    def get_full_name(self) -> str:
        return self.name

    def get_short_name(self) -> str:
        return self.name

    @property
    def first_name(self) -> str:
        """The name that Wagtail's sidebar greets."""
        return self.name

    @property
    def must_change_password(self) -> bool:
        return self.one_time_password_at is not None

    @property
    def one_time_password_expired(self) -> bool:
        issued = self.one_time_password_at
        return issued is not None and timezone.now() > issued + ONE_TIME_PASSWORD_LIFE
