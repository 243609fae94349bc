"""Pictures reduced to pixels: no place, camera, thumbnail, comment or appended file is left."""

from __future__ import annotations

import hashlib
import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from PIL import (
    Image,
    ImageCms,
    ImageOps,
    ImageSequence,
    JpegImagePlugin,
    UnidentifiedImageError,
)

from .file_types import PICTURES

_MOST_PIXELS: Final = 250_000_000
_MOST_FRAMES: Final = 2_000
_KEPT_MODES: Final = ("1", "L", "LA", "RGB", "RGBA", "I;16")
_QUALITY: Final = 90
# A live preview builds the same pictures again and again.
_MOST_RECENT: Final = 32
_recent: Final[dict[bytes, bytes]] = {}
_LOSSLESS_WEBP: Final = b"VP8L"


class PictureError(Exception):
    """Say why a picture cannot be published, in words that follow on "the picture"."""


@contextmanager
def _explained(kind: str, data: bytes) -> Iterator[None]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except PictureError:
        raise
    except Image.DecompressionBombError:
        raise PictureError("is larger than 250 million pixels") from None
    except UnidentifiedImageError:
        raise PictureError(f"is no {kind} file{_other_kind(data)}") from None
    # Decoders fail in ways of their own on damaged files.
    except Exception:
        raise PictureError("is damaged and cannot be read") from None


def check_picture(data: bytes, suffix: str) -> None:
    """Read a picture whole, as `cleaned_picture` would; raises PictureError where that fails."""
    kind = PICTURES[suffix]
    with _explained(kind, data):
        for frame in _frames(Image.open(io.BytesIO(data), formats=[kind]), kind):
            frame.load()


def cleaned_picture(data: bytes, suffix: str) -> bytes:
    """Draw a picture anew from its pixels, upright, in sRGB, moving ones still moving.

    The same bytes always give the same. Raises PictureError for what is no picture of the kind its
    suffix (`.jpg`) says, is damaged, or is larger than 250 million pixels over all frames.
    """
    digest = hashlib.sha256(data).digest() + suffix.encode()
    if digest not in _recent:
        kind = PICTURES[suffix]
        with _explained(kind, data):
            image = Image.open(io.BytesIO(data), formats=[kind])
            found = [
                (_pixels(frame), frame.info.get("duration", 0)) for frame in _frames(image, kind)
            ]
            cleaned = _written(image, kind, found, data)
        if len(_recent) >= _MOST_RECENT:
            _recent.pop(next(iter(_recent)))
        _recent[digest] = cleaned
    return _recent[digest]


def _other_kind(data: bytes) -> str:
    try:
        found = Image.open(io.BytesIO(data), formats=list(set(PICTURES.values()))).format
    except Exception:
        return ""
    return f" but a {found} file"


def _frames(image: Image.Image, kind: str) -> Iterator[Image.Image]:
    number = 1 if kind == "JPEG" else getattr(image, "n_frames", 1)
    if number > _MOST_FRAMES or image.width * image.height * number > _MOST_PIXELS:
        raise PictureError("is larger than 250 million pixels, or has more than 2,000 frames")
    if number == 1:
        yield image
    else:
        yield from ImageSequence.Iterator(image)


def _pixels(frame: Image.Image) -> Image.Image:
    """Copy a frame's pixels, and nothing else, into a new picture."""
    profile = frame.info.get("icc_profile")
    upright = ImageOps.exif_transpose(frame)
    if upright.mode not in _KEPT_MODES:
        has_alpha = "A" in upright.mode or "a" in upright.mode or "transparency" in upright.info
        upright = upright.convert("RGBA" if has_alpha else "RGB")
    elif "transparency" in upright.info:
        upright = upright.convert("RGBA")
    if profile and upright.mode in ("RGB", "RGBA"):
        upright = _in_srgb(upright, profile)
    return Image.frombytes(upright.mode, upright.size, upright.tobytes())


def _in_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    try:
        own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        converted = ImageCms.profileToProfile(image, own, ImageCms.createProfile("sRGB"))
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image
    return converted or image


def _written(
    image: Image.Image, kind: str, found: list[tuple[Image.Image, int]], data: bytes
) -> bytes:
    frames = [frame for frame, _ in found]
    options: dict[str, Any] = {}
    if kind == "JPEG":
        frames = [frames[0] if frames[0].mode in ("L", "RGB") else frames[0].convert("RGB")]
        options = {"optimize": True, "progressive": True, **_jpeg_quality(image, frames[0])}
    elif kind == "PNG":
        options = {"optimize": True}
    elif kind == "WEBP":
        lossless = _LOSSLESS_WEBP in data[:4096]
        options = {"lossless": lossless, "quality": 100 if lossless else _QUALITY}
    if len(frames) > 1:
        options.update(
            save_all=True, append_images=frames[1:], duration=[int(time) for _, time in found]
        )
        if kind == "GIF":
            options["disposal"] = 2
        # A GIF that does not say plays once.
        if "loop" in image.info or kind != "GIF":
            options["loop"] = image.info.get("loop", 0)
    stream = io.BytesIO()
    frames[0].save(stream, kind, **options)
    return stream.getvalue()


def _jpeg_quality(image: Image.Image, pixels: Image.Image) -> dict[str, Any]:
    """Keep a photograph's own quality, so that drawing it anew loses next to nothing."""
    tables = getattr(image, "quantization", None)
    if not tables or len(tables) > 2 or image.mode != pixels.mode:
        return {"quality": _QUALITY}
    sampling = JpegImagePlugin.get_sampling(image)
    return {"qtables": tables, "subsampling": sampling if sampling >= 0 else 0}
