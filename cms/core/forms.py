"""Forms that are answered by one verb, in words that a neighbour would use."""

from django import forms

from cms.core.refusals import Refused

REQUIRED = "这里要填。"
BOUNDS = {
    "min_value": "最少写 %(limit_value)s。",
    "max_value": "最多写 %(limit_value)s。",
    "max_length": "最多 %(limit_value)s 个字，现在有 %(show_value)s 个。",
}
NOT_THERE = "选的这一项不在了，请重新选。"
WORDS: dict[type[forms.Field], dict[str, str]] = {
    forms.Field: {"required": REQUIRED},
    forms.CharField: BOUNDS,
    forms.IntegerField: BOUNDS | {"invalid": "请写一个整数，如 60。"},
    forms.DecimalField: {"invalid": "请写一个数，如 4 或者 4.5。"},
    forms.DateField: {"invalid": "请写一个日期，如 2026-03-15。"},
    forms.TimeField: {"invalid": "请写几点几分，如 9:30。"},
    forms.URLField: {"invalid": "请写完整的网址，连开头的 https:// 一起。"},
    forms.ChoiceField: {"invalid_choice": "请从列出来的里面选。"},
    forms.ModelChoiceField: {"invalid_choice": NOT_THERE, "invalid_pk_value": NOT_THERE},
}


class VerbForm(forms.Form):
    """A form that calls one verb; a refusal is shown at the fields it is about, and everything typed stays."""

    shown_at: dict[str, str] = {}  # the verb's name of a field → this form's

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("auto_id", f"{type(self).__name__.lower()}_%s")
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.error_messages |= _plain_words(field)

    def given(self) -> dict:
        """Return what the verb is to be called with."""
        return self.cleaned_data

    def take(self, verb, **more):
        """Call the verb; return what it returns, or None when the form or the verb refuses."""
        if not self.is_valid():
            return None
        try:
            return verb(**more, **self.given())
        except Refused as refusal:
            self.refuse(refusal)
            return None

    def refuse(self, refusal: Refused) -> None:
        """Show why the verb said no: the reason above, and at each field what is about it."""
        self.add_error(None, refusal.reason)
        for name, words in refusal.fields.items():
            field = self.shown_at.get(name, name)
            if field in self.fields:
                self.add_error(field, "看上面的说明。" if words == refusal.reason else words)


def _plain_words(field: forms.Field) -> dict[str, str]:
    """Return our words for what is wrong with a field, except where the field has words of its own."""
    usual: dict = {}
    for kind in reversed(type(field).__mro__):
        usual |= getattr(kind, "default_error_messages", {})
    ours = {}
    for kind in reversed(type(field).__mro__):
        ours |= WORDS.get(kind, {})
    return {name: words for name, words in ours.items() if field.error_messages.get(name) == usual.get(name)}
