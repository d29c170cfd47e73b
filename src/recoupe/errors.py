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


class LedgerMissing(RecoupeError):
    code = "RC501"
    says = "no ledger here yet"
    remedy = "`recoupe add PATH` makes one; `--ledger FILE` or RECOUPE_LEDGER names another."


class LedgerNewer(RecoupeError):
    code = "RC502"
    says = "this ledger was made by a newer recoupe"
    remedy = "Upgrade recoupe, or use another ledger; nothing in it was touched."


class LedgerDamaged(RecoupeError):
    code = "RC503"
    says = "not a ledger, or a damaged one"
    remedy = "Check the path; `recoupe doctor` says what is wrong with it."


class LedgerFull(RecoupeError):
    code = "RC504"
    says = "the disk is full"
    remedy = "Make room and add the same paths again; what was already added stays and is not added twice."


class LedgerBusy(RecoupeError):
    code = "RC505"
    says = "another process kept the ledger locked for too long"
    remedy = "Wait for it to end and add the same paths again."


class LedgerUnwritable(RecoupeError):
    code = "RC506"
    says = "the ledger cannot be opened or written"
    remedy = "Check the folder and its permissions, or name another file with `--ledger`."


class RecordMisplaced(RecoupeError):
    code = "RC507"
    says = "the words of a record do not stand in the text where the record says"
    remedy = "Nothing of this reading was kept; please report it with the text."


class NotInLedger(RecoupeError):
    code = "RC508"
    says = "nothing in the ledger has this id or name"
    remedy = "`recoupe ledger`, `recoupe statements` and `recoupe articles` list what there is."


class NameAmbiguous(RecoupeError):
    code = "RC509"
    says = "more than one thing in the ledger has this id or name"
    remedy = "Give more of the id; as much of it as nothing else begins with is enough."


class TextUnstorable(RecoupeError):
    code = "RC510"
    says = "the text holds code points that cannot be stored"
    remedy = "Save the file as UTF-8 and add it again."


class ValueUnknown(RecoupeError):
    code = "RC511"
    says = "no such value"
    remedy = "docs/records.md has the values of each field, and `--help` of the command those that it takes."


class CrisisUnknown(RecoupeError):
    code = "RC512"
    says = "no such crisis in the ledger"
    remedy = "`recoupe crises` lists them."


class CrisisUnnamed(RecoupeError):
    code = "RC513"
    says = "which crisis is meant is not said"
    remedy = "`--crisis NAME` names one; `recoupe crises` lists them."


class ReviewConflict(RecoupeError):
    code = "RC514"
    says = "somebody judged this record meanwhile"
    remedy = "Nothing was kept of yours; look at what stands now and judge again."


class ExtraMissing(RecoupeError):
    code = "RC601"
    says = "this needs a library that is not installed"
    remedy = "Install recoupe with the extra of that name: pip install 'recoupe[polars]' or 'recoupe[pandas]'."


class FileEmpty(RecoupeError):
    code = "RC103"
    says = "has no text"
    remedy = "Nothing was read from it."


class FileTooLarge(RecoupeError):
    code = "RC104"
    says = "is too large for one article"
    remedy = "Split it into one file for each article, or into lines of JSON."


class NotText(RecoupeError):
    code = "RC105"
    says = "is not text"
    remedy = "Save it as plain text, HTML or JSON first."


class TypeUnknown(RecoupeError):
    code = "RC106"
    says = "is of a type that is not read"
    remedy = "What is read: .txt, .html, .htm, .json, .jsonl, and - for standard input."


class JsonBroken(RecoupeError):
    code = "RC107"
    says = "is no whole JSON object"
    remedy = "Mend it and add the file again; what was read already is not added twice."


class JsonWithoutText(RecoupeError):
    code = "RC108"
    says = "has no article in it"
    remedy = "An article is a JSON object with its words under `text`."


class SidecarBroken(RecoupeError):
    code = "RC109"
    says = "cannot be used as a list of articles"
    remedy = "Its first line names the columns: article,published,publisher,url,title. Articles were read without it."


class DayUnclear(RecoupeError):
    code = "RC110"
    says = "is no day"
    remedy = "Write it as 2016-12-08, or with a time as 2016-12-08T09:05."


class LanguageUnclear(RecoupeError):
    code = "RC112"
    says = "is no language tag"
    remedy = "Write it as fr, or with a country as fr-CA."


class PageWithoutText(RecoupeError):
    code = "RC111"
    says = "this page holds no article text"
    remedy = "The file may be cut off, or made by a script in the browser; save the text itself."


class FolderWithoutReports(RecoupeError):
    code = "RC113"
    says = "holds no report"
    remedy = "What is read: .txt, .html, .htm, .json, .jsonl, in it and in the folders below it."


class GoldBroken(RecoupeError):
    code = "RC114"
    says = "cannot be used as gold"
    remedy = "One record a line, as `recoupe export gold` writes them; docs/records.md has the fields."


class GazetteerUnreadable(RecoupeError):
    code = "RC201"
    says = "cannot be read as a gazetteer"
    remedy = "Known are CSV with the columns name, lat and lon, GeoNames dumps, GeoJSON and JSON lines, all in UTF-8."


class GazetteerEmpty(RecoupeError):
    code = "RC202"
    says = "has no place with a name and coordinates"
    remedy = "Name its columns name, lat and lon, or give a GeoJSON whose features have a name."


class GazetteerUnknown(RecoupeError):
    code = "RC204"
    says = "no gazetteer of this name was added"
    remedy = "`recoupe gazetteer list` names them; that of the world is always there."


class CacheUnusable(RecoupeError):
    code = "RC203"
    says = "the gazetteer's index cannot be made or read"
    remedy = "Name a folder that can be written with RECOUPE_CACHE, or delete the file; it is built again."


class ReadingFailed(RecoupeError):
    code = "RC701"
    says = "the reading of this article failed"
    remedy = "The others were read; please report it with the text."


class ModelMissing(RecoupeError):
    code = "RC702"
    says = "the language model cannot be loaded"
    remedy = "Install recoupe again with its requirements; `recoupe doctor` says whether that helped."


class DeskRefused(RecoupeError):
    code = "RC801"
    says = "the desk cannot be opened here"
    remedy = "Name another `--port` or `--host`."


class PeopleUnreadable(RecoupeError):
    code = "RC802"
    says = "the file of the desk's people cannot be read or written"
    remedy = "Check its permissions, or delete it and add the people again with `recoupe people add`."


class PeopleMissing(RecoupeError):
    code = "RC803"
    says = "other machines can reach this address, and the desk has no people yet who would log in"
    remedy = "Add some with `recoupe people add NAME`, or serve on 127.0.0.1."


class AreasUnreadable(RecoupeError):
    code = "RC804"
    says = "cannot be used as borders or areas of the map"
    remedy = "Give a GeoJSON file of lines or polygons, in degrees of longitude and latitude (WGS 84)."
