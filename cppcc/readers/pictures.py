"""A picture drawn anew: no place, camera or hidden data stays in it."""

import base64
import io

from cppcc.readers.kinds import UnreadableError, check_kind, unless_broken

PIXELS = 40_000_000
LARGEST, PHOTO = (3000, 3000), (600, 800)


def photo(body: bytes, name: str) -> dict:
    """A portrait, drawn anew and no larger than a page needs."""
    check_kind(body, name, ("jpg", "png"))
    return {"kind": "jpg", "text": "", "body": redrawn(body, PHOTO)}


def redrawn(body: bytes, size: tuple[int, int] = LARGEST) -> str:
    """The picture as JPEG, in base64, within `size`."""
    from PIL import Image, ImageOps  # slow to import, and needed by pictures only

    with unless_broken("图片已损坏，打不开。请重新另存一份再上传。"):
        Image.MAX_IMAGE_PIXELS = None  # we count ourselves, and say so in words
        picture: Image.Image = Image.open(io.BytesIO(body), formats=("JPEG", "PNG"))
        if picture.width * picture.height > PIXELS:
            raise UnreadableError("图片太大（超过4000万像素），请缩小后再上传。")
        picture = ImageOps.exif_transpose(picture)
        picture.thumbnail(size)
        if picture.mode != "RGB":
            seen = picture.convert("RGBA")
            picture = Image.new("RGB", seen.size, "white")
            picture.paste(seen, mask=seen)
        drawn = io.BytesIO()
        picture.save(drawn, "JPEG", quality=88)
        return base64.b64encode(drawn.getvalue()).decode()
