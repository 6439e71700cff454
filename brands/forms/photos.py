"""What the writer says of one photograph."""

from django import forms

from brands.drafting import PHOTO
from brands.forms.case import WordsField
from brands.photos import ABOUT
from media.models.files import Consent, People

ASKED = [choice for choice in Consent.choices if choice[0] != Consent.WITHDRAWN]


class PhotoForm(forms.Form):
    """Caption, credit, who can be recognised, whether they agreed; what somebody may not say is shown, not asked."""

    caption = WordsField(label="图说", most=120, help_text="何时、何地、何事。")
    credit = WordsField(label="谁拍的", most=60)
    people = forms.ChoiceField(label="看得清是谁吗", choices=People, required=False, widget=forms.RadioSelect)
    consent = forms.ChoiceField(label="他们同意公开吗", choices=ASKED, required=False, widget=forms.RadioSelect)
    consent_note = WordsField(label="怎么同意的", most=120, help_text="谁、何时、怎么说的；有纸的写放在哪里。")
    remove = forms.BooleanField(label="不要这张了", required=False)

    def __init__(self, data=None, *, block_id: str, image, about: dict, open_to_describe: bool):
        self.key, self.image, self.about = f"{PHOTO}{block_id}", image, about
        bound = data if data and f"{self.key}-caption" in data else None
        super().__init__(bound, prefix=self.key, initial=about)
        self.described, self.problem = open_to_describe, ""
        if not open_to_describe:
            for name in ABOUT:
                del self.fields[name]
        self.fields["caption"].needed = True

    def content(self) -> dict | None:
        """Return what is said of the photo now, or None when it shall go."""
        if not self.is_bound:
            return self.about
        if self.cleaned_data.get("remove"):
            return None
        kept = {name: value for name, value in self.cleaned_data.items() if name in self.about}
        blank_choices = [name for name in ("people", "consent") if not kept.get(name)]
        return self.about | {name: value for name, value in kept.items() if name not in blank_choices}
