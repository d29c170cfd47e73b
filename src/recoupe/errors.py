"""Every error a user can meet: a class, a code, what happened, where, and what to do."""


class RecoupeError(Exception):
    """Base of all errors with a code; `str()` is the sentence that the user reads.

    >>> str(FileMissing("notes.txt"))
    'RC101 notes.txt: no such file. Check the path; nothing was read from it.'
    """

    code = "RC000"
    says = "something failed"
    remedy = ""

    def __init__(self, where: str = "", detail: str = "") -> None:
        self.where = where
        self.detail = detail
        text = f"{self.code} {where}: {self.says}" if where else f"{self.code} {self.says}"
        if detail:
            text += f" ({detail})"
        super().__init__(f"{text}. {self.remedy}".strip())


class FileMissing(RecoupeError):
    code = "RC101"
    says = "no such file"
    remedy = "Check the path; nothing was read from it."


class FileUnreadable(RecoupeError):
    code = "RC102"
    says = "cannot be read"
    remedy = "Check its permissions and try again."


class LexiconBroken(RecoupeError):
    code = "RC901"
    says = "this lexicon entry cannot be used"
    remedy = "Mend the entry; `recoupe doctor` lists all such faults."
