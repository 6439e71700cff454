"""What is said of one picture's people after it was published."""

from django import forms

from brands.forms.case import WordsField
from cms.core.forms import VerbForm
from media.consent import GIVEN, LONGEST_NOTE
from media.models.files import Consent

AGREED = [(choice, Consent(choice).label) for choice in GIVEN]


class AgreementForm(VerbForm):
    """Who agreed, and how: what `media.consent.grant` asks for."""

    consent = forms.ChoiceField(label="谁同意的", choices=AGREED, required=False, widget=forms.RadioSelect)
    note = WordsField(label="怎么同意的", most=LONGEST_NOTE, help_text="谁、何时、怎么说的；有纸的写放在哪里。")


class WithdrawalForm(VerbForm):
    """Why a picture comes down; nobody has to say."""

    note = WordsField(label="谁提出来的", most=LONGEST_NOTE, help_text="可以不写。例如：本人 3 月 2 日来电。")
