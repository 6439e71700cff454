"""Two counties with work in every state; what the public may not read bears a county's secret words in its title."""

from dataclasses import dataclass, field
from datetime import timedelta
from types import SimpleNamespace

from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.admin.models import EditingSession
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    Page,
    PageViewRestriction,
    Site,
    TaskState,
    UploadedFile,
)

from brands.models import BrandIndexPage, BrandProjectPage, CaseIndexPage, StoryIndexPage, StoryPage
from brands.nominations import objections, steps
from brands.nominations.dossier import making as packages
from cms.news.models import ArticleIndexPage, ArticlePage
from cms.notices.models import Delivery, Notice
from cms.pages.models import HomePage, SiteSettings
from cms.places.founding import index_of
from cms.places.models import PlacePage, Role, Tier
from cms.review import decisions
from lectures import dispatch, scheduling, wishes
from lectures.models import CourseIndexPage, CoursePage, LedgerImport, Offer, SpeakerIndexPage, SpeakerPage
from media.models import CheckInIndexPage, CheckInPage, CustomDocument, CustomImage, Video
from tests import factories
from tests.factories import tomorrow
from tests.nominations import making

SECRETS = {"yanxi": "墨池夜话未公开", "zhuling": "竹影清谈未公开"}
KINDS = {
    "story": (StoryPage, StoryIndexPage, {"consent_given": True, "body": [("paragraph", "<p>一件小事。</p>")]}),
    "brand": (BrandProjectPage, BrandIndexPage, {"origin": "从一条长板凳说起。", "how": "每月一堂。"}),
    "course": (CoursePage, CourseIndexPage, {"plan": "先讲身边事，再讲道理。", "key_points": "身边事"}),
    "speaker": (SpeakerPage, SpeakerIndexPage, {"biography": "在村小教了三十年书。"}),
    "checkin": (CheckInPage, CheckInIndexPage, {"transcript": "我在渡口等您。"}),
    "news": (ArticlePage, ArticleIndexPage, {"body": [("paragraph", "<p>昨晚开讲。</p>")]}),
}
OFFICES = (Role.EDITOR, Role.REVIEWER, Role.NOMINATOR, Role.MANAGER, Role.DISPATCHER, Role.CONTRIBUTOR, Role.LECTURER)


@dataclass
class County:
    """What one county has; `pages` are by kind and state, e.g. pages["case", "draft"]."""

    key: str
    centre: PlacePage
    town: PlacePage
    village: PlacePage
    people: SimpleNamespace
    home: HomePage
    pages: dict = field(default_factory=dict)

    @property
    def secret(self) -> str:
        return SECRETS[self.key]

    def title(self, what: str) -> str:
        return f"{self.secret}之{what}"


def build() -> SimpleNamespace:
    """Build the city with both counties."""
    city = factories.small_city()
    signer = city.signer
    yanxi = County(
        "yanxi", city.yanxi, city.shangpu_town, city.shangpu,
        SimpleNamespace(
            contributor=city.contributor, checker=city.checker, editor=city.editor, reviewer=city.reviewer,
            nominator=city.nominator, signer=signer,
        ), city.home,
    )  # fmt: skip
    zhuling = County(
        "zhuling", city.zhuling, city.jiuqu_town, city.fayun,
        SimpleNamespace(
            contributor=factories.person("筏运村供稿员", city.fayun, Role.CONTRIBUTOR),
            checker=factories.person("九曲溪镇看稿", city.jiuqu_town, Role.CHECKER),
            editor=city.outsider, reviewer=city.outside_reviewer,
            nominator=factories.person("竹岭市申报专员", city.zhuling, Role.NOMINATOR), signer=signer,
        ), city.home,
    )  # fmt: skip
    outsider = factories.person("竹岭市身兼数职", city.zhuling, *OFFICES)
    outsider.memberships.create(place=city.jiuqu_town.page_ptr, role=Role.CHECKER)
    call = making.call(default_quota=5)
    for county in (yanxi, zhuling):
        furnish(county, call)
        _city_wide(county)
    _notice(city, yanxi)
    SiteSettings.objects.create(site=Site.objects.get(), privacy="本站只登载本人同意公开的内容。")
    return SimpleNamespace(city=city, yanxi=yanxi, zhuling=zhuling, call=call, people=walkers(city, outsider))


def walkers(city, outsider) -> dict:
    """Return everybody who walks, by the name of their column in the table."""
    return {
        "anonymous": None,
        "contributor": city.contributor,
        "checker": city.checker,
        "editor": city.editor,
        "reviewer": city.reviewer,
        "signer": city.signer,
        "nominator": city.nominator,
        "manager": city.manager,
        "city_editor": factories.person("市级编辑", city.home, Role.EDITOR),
        "city_nominator": city.city_nominator,
        "city_manager": city.city_manager,
        "outsider": outsider,
        "superuser": city.superuser,
    }


def furnish(county: County, call) -> None:
    """Give a county files, pages in every state, a sealed nomination and somebody's notice."""
    _files(county)
    for state in ("draft", "review", "returned", "changed"):
        county.pages["case", state] = _in_state(county, _case(county, f"案例{state}"), state)
    for kind in KINDS:
        for state in ("draft", "review", "returned"):
            county.pages[kind, state] = _in_state(county, _page(county, kind, f"{kind}{state}"), state)
    county.pages["place", "draft"] = county.town.add_child(
        instance=PlacePage(title=county.title("站"), slug="secret", tier=Tier.STATION, live=False)
    )
    county.case = county.pages["case", "changed"]
    county.nomination = steps.nominate(
        call=call, case=county.case, user=county.people.nominator, opinion=county.title("推荐意见")
    )
    county.nomination = steps.seal(nomination=county.nomination, user=county.people.nominator, scan=making.pdf())
    county.package = packages.ask(call=call, nomination=county.nomination, user=county.people.nominator)
    county.spare_case = _in_state(county, _case(county, "案例spare"), "changed")
    county.notice = Notice.objects.create(
        user=county.people.editor, title=county.title("通知"), key="scope", url="/desk/"
    )
    county.ledger = LedgerImport.objects.create(
        user=county.people.contributor, name=county.title("台账"), state=LedgerImport.State.FAILED
    )
    county.lecture = scheduling.book(
        place=county.village, topic=county.title("场次"), user=None,
        starts_at=tomorrow(), ends_at=tomorrow() + timedelta(hours=1),
    )  # fmt: skip
    _dispatch(county)
    county.delivery = Delivery.objects.create(notice=county.notice, channel="mail", address=f"{county.key}@example.com")
    county.session = EditingSession.objects.create(
        user=county.people.editor, content_object=Page.objects.get(pk=county.pages["case", "draft"].pk),
        last_seen_at=timezone.now(),
    )  # fmt: skip
    county.task_state = TaskState.objects.get(
        workflow_state__round__page=county.pages["case", "review"], status=TaskState.STATUS_IN_PROGRESS
    )


def _dispatch(county: County) -> None:
    """Give a county a wish, a speaker who is asked for it, and a topic somebody would like to hear about."""
    day = timezone.localdate() + timedelta(days=3)
    county.asked = dispatch.request(topic=county.title("点单"), place=county.village, from_day=day, to_day=day)
    asked = index_of(county.centre, SpeakerIndexPage).add_child(
        instance=SpeakerPage(title=f"{county.centre.title}老师", slug="asked", place=county.village)
    )
    county.offer = Offer.objects.create(session=county.lecture, speaker=asked, due_at=tomorrow())
    county.topic = wishes.suggest(words=county.title("想听"), place=county.village)


def _files(county: County) -> None:
    collection = Collection.objects.get(name=county.centre.title)
    uploader = county.people.editor
    county.collection = collection
    county.uploaded_file = UploadedFile.objects.create(
        for_content_type=ContentType.objects.get_for_model(CustomImage), uploaded_by_user=uploader,
        file=ContentFile(b"half an upload", name=county.title("传了一半.jpg")),
    )  # fmt: skip
    county.image = factories.image(county.title("照片"), collection=collection, uploaded_by_user=uploader)
    county.document = CustomDocument.objects.create(
        title=county.title("文件"), file=ContentFile(b"%PDF-1.4", name=f"{county.key}.pdf"), collection=collection,
        uploaded_by_user=uploader,
    )  # fmt: skip
    county.video = Video.objects.create(
        title=county.title("短片"), file=ContentFile(b"\0\0\0\x18ftypmp42", name=f"{county.key}.mp4"), type="video",
        duration=60, collection=collection, uploaded_by_user=uploader,
    )  # fmt: skip


def _case(county: County, what: str):
    return factories.case(county.people.contributor, county.village, county.title(what), slug=f"case-{what[2:]}")


def _page(county: County, kind: str, what: str):
    model, index, fields = KINDS[kind]
    page = model(
        title=county.title(what), slug=what, owner=county.people.contributor, place=county.village, live=False,
        summary="一句话。", **fields,
    )  # fmt: skip
    index_of(county.centre, index).add_child(instance=page)
    page.save_revision(user=page.owner)
    return page


def _in_state(county: County, page, state: str):
    """Take a draft to review, back from it, or onto the site with a secret change saved afterwards."""
    people = county.people
    if state == "changed":
        page.title = f"{county.centre.title}公开的一课（{page.pk}）"
        page.save()
        page.save_revision(user=page.owner)
        factories.publish(page, people)
        draft = page.get_latest_revision_as_object()
        draft.title = county.title("改动")
        draft.save_revision(user=page.owner)
    elif state != "draft":
        decisions.submit(page=page, user=page.owner)
        if state == "returned":
            factories.send_back(page, people.checker)
    page.refresh_from_db()
    return page


def _city_wide(county: County) -> None:
    """Give rows that belong to the city alone; one each is enough, both counties' addresses lead there."""
    county.redirect, _ = Redirect.objects.get_or_create(old_path="/old", defaults={"redirect_link": "/"})
    county.page_restriction, _ = PageViewRestriction.objects.get_or_create(
        page=county.town.page_ptr, restriction_type="password", password="a-word-for-readers"
    )
    county.collection_restriction = CollectionViewRestriction.objects.create(
        collection=county.collection.add_child(name="凭密码看"),
        restriction_type="password",
        password="a-word-for-readers",
    )


def _notice(city, county: County) -> None:
    """Put a nomination of its own on public notice."""
    case = _in_state(county, _case(county, "案例notice"), "changed")
    nomination = making.on_notice(city, making.call(title="另一个通知"), case)
    objections.enter_objection(
        publicity=nomination.publicity, nomination=nomination, user=city.city_nominator,
        by_name=county.title("提异议的"), words=county.title("异议"), scan=making.pdf(),
        received_on=timezone.localdate(),
    )  # fmt: skip


def index_for(county: County):
    return index_of(county.centre, CaseIndexPage)
