"""Files that lie where no address leads to, handed out by the view that has looked at who asks."""

from django.http import FileResponse

ALONE = "default-src 'none'; sandbox"  # whatever is in it, it runs nothing


def handed_out(opened, name: str, content_type: str = "") -> FileResponse:
    """Return a private file as a download; the type is told by the name where none is given."""
    response = FileResponse(opened, as_attachment=True, filename=name, content_type=content_type or None)
    response["Content-Security-Policy"] = ALONE
    return response
