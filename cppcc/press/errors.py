"""Why a paper is not printed; each message tells the user, in Chinese, what to do about it."""

from collections.abc import Iterable


class PaperSetupError(RuntimeError):
    """The machine lacks what a paper needs; the message says, in one line, what to run."""


class PaperError(ValueError):
    """This paper is not printed (不予排印); the message is for the person who asked for it."""


class MissingGlyphError(PaperError):
    """No font has these characters (缺字); the paper is refused rather than printed with boxes."""

    def __init__(self, characters: Iterable[str]) -> None:
        self.characters = tuple(characters)
        named = "、".join(f"{each}（U+{ord(each):04X}）" for each in self.characters)
        super().__init__(f"字库中没有这些字，无法排印：{named}")


class PaperTooLargeError(PaperError):
    """The paper is longer, or takes longer or more memory, than the press allows (材料过长)."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"这份材料太大，无法排印：{reason}。请减少内容或照片，或者分成几份。")


class RefusedPartError(PaperError):
    """The paper names a picture, style or font that is not its own or cannot be read."""

    def __init__(self, part: str) -> None:
        self.part = part
        super().__init__(f"材料中有图片或样式无法读取，没有排印：{part}。请换一张图片再试。")


class PressDownError(PaperError):
    """The rendering service does not answer (排印服务不可用); nothing was lost, try again."""

    def __init__(self) -> None:
        super().__init__("排印服务暂时不能用，材料没有受影响，请过一两分钟再试。")


class PressBusyError(PaperError):
    """Too many papers wait for the rendering service (排印繁忙); nothing was lost, try again."""

    def __init__(self) -> None:
        super().__init__("现在排印的材料较多，还没有轮到这一份，请过一两分钟再试。")
