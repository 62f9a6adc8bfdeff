/// The text that stands at the top of an archive, for whoever opens it.
enum ArchiveReadMe {
    static func text(madeAt: String, people: Int) -> String {
        """
        HOLDFAST ARCHIVE
        ================

        This is everything one person kept of their contacts, written on \(madeAt.prefix(10)) by Holdfast:
        \(people) people, every file as it came in, and the history. No program of ours is needed to read it.

        people/people.csv              the table: one row a person; opens in any spreadsheet (UTF-8, commas)
        people/people.vcf              the same people as vCard 4.0 (RFC 6350), for an address book
        people/people.jscontact.json   the same people as JSContact (RFC 9553), for programs
        people/people.jsonl            every value ever known of everybody, with where it comes from and when it was
                                       last confirmed: one JSON object a line

        originals/                     every file as it came in, byte for byte. The number in front is the
                                       original_id in history/original.jsonl

        history/                       what was read from the files and what the owner said, one JSON object a line:
          source.jsonl                 where contacts come from
          original.jsonl               the files that came in, with their SHA-256
          snapshot.jsonl               one list as one file gave it on one day
          snapshot_part.jsonl          the files of a list that came in several
          problem.jsonl                rows that could not be read, with the reason
          entry.jsonl                  the entries of the lists
          record.jsonl                 what an entry said from one snapshot until another; "card" is JSContact
          decision.jsonl               what the owner did, in order: imports, tags, notes, edits, and what was undone

        manifest.json                  every file with its size and SHA-256. An archive without it is incomplete.

        The columns under history/ are those of the database, which docs/vault.md of Holdfast explains.
        To check the files without Holdfast:

            python3 -c 'import hashlib, json; [print("changed:", f["path"]) for f in json.load(open("manifest.json"))["files"]
            if hashlib.sha256(open(f["path"], "rb").read()).hexdigest() != f["sha256"]]'

        To have the same vault again:

            holdfast --vault NEW.sqlite import THIS-FOLDER-OR-ZIP

        The files hold personal data of others. Keep them as you would an address book.

        """
    }
}
