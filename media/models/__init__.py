from media.models.checkin import CheckInIndexPage, CheckInPage
from media.models.files import CustomDocument, CustomImage, Rendition, Video

__all__ = ["CheckInIndexPage", "CheckInPage", "CustomDocument", "CustomImage", "Rendition", "Video"]
