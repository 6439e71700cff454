"""Save a picture as a progressive JPEG that a slow line can carry."""

import io

MOST_BYTES = 220_000
QUALITIES = (86, 82, 78, 72, 66, 58)


def save_jpeg(image, path_or_file):
    """Write at quality 86, or the first lower one that keeps the picture within 220 kB."""
    for quality in QUALITIES:
        out = io.BytesIO()
        image.save(out, "JPEG", quality=quality, progressive=True, optimize=True)
        if out.tell() <= MOST_BYTES:
            break
    if hasattr(path_or_file, "write"):
        path_or_file.write(out.getvalue())
        return
    with open(path_or_file, "wb") as target:
        target.write(out.getvalue())
