import CarrelCore
import Glibc
import Testing

@testable import CarrelStorage

@Suite("Opening another machine's file")
struct ForeignFileTests {
    private let machines: Machines
    private let mine: Store

    init() throws {
        machines = try Machines()
        mine = try machines.open("mine")
    }

    private func bookmark(_ question: String) -> JournalEntry {
        entry(question, .bookmarkSet(BookmarkSet()), question: question)
    }

    @Test("A file that was closed is read without a byte of it, or anything beside it, changing")
    func closed() throws {
        try machines.make("other", [bookmark("alpha")])
        let before = try machines.contents(of: "other")
        #expect(Array(before.keys) == ["other.db"])
        try mine.merge(machines.path("other"))
        #expect(try machines.contents(of: "other") == before)
        #expect(try mine.isBookmarked("alpha"))
    }

    @Test("A file in a directory nobody may write to is read where it is")
    func readOnlyMedium() throws {
        try machines.make("other", [bookmark("alpha")])
        let medium = machines.directory.file("medium")
        mkdir(medium, 0o700)
        try machines.write(try machines.bytes(of: machines.path("other")), to: medium + "/other.db")
        chmod(medium + "/other.db", 0o400)
        chmod(medium, 0o500)
        defer { chmod(medium, 0o700) }
        try mine.merge(medium + "/other.db")
        #expect(try mine.isBookmarked("alpha"))
    }

    @Test("What a running program has only in its log so far is merged too, and the program goes on")
    func live() throws {
        let other = try machines.open("other")
        try other.absorb([bookmark("alpha")])
        let log = try machines.contents(of: "other")["other.db-wal"]
        #expect(log?.isEmpty == false)
        try mine.merge(machines.path("other"))
        #expect(try mine.isBookmarked("alpha"))
        try other.absorb([bookmark("beta")])
        try mine.merge(machines.path("other"))
        #expect(try mine.isBookmarked("beta"))
        #expect(try other.integrity() == [])
    }

    @Test("A copy of a file and its log, made while the program ran, is read without touching either")
    func copied() throws {
        let other = try machines.open("other")
        try other.absorb([bookmark("alpha")])
        let source = try machines.contents(of: "other")
        for suffix in ["", "-wal"] {
            try machines.write(try #require(source["other.db" + suffix]), to: machines.path("copy") + suffix)
        }
        let before = try machines.contents(of: "copy")
        let all = try names()
        try mine.merge(machines.path("copy"))
        #expect(try mine.isBookmarked("alpha"))
        #expect(try machines.contents(of: "copy") == before)
        #expect(try names() == all, "the private copy is gone")
    }

    @Test("What a crash left half-done in a rollback journal is not merged, and stays as it was")
    func halfDone() throws {
        try machines.make("other", [bookmark("alpha")])
        let other = try Database(path: machines.path("other"))
        other.trustSchema()
        #expect(try Opening.journal(other, mode: "delete") == "delete")
        // With no room to keep changes in, they go into the file before they are committed.
        try other.execute("PRAGMA cache_size = 1; PRAGMA cache_spill = 1")
        try other.execute("BEGIN IMMEDIATE; UPDATE questions SET explanation = hex(zeroblob(20000))")
        try other.execute(
            "INSERT INTO journal SELECT '7' || substr(id, 2), ord, hlc, at, tz, kind, v, sessionId, 'beta', target, body FROM journal"
        )
        for suffix in ["", "-journal"] {
            let bytes = try machines.bytes(of: machines.path("other") + suffix)
            try machines.write(bytes, to: machines.path("copy") + suffix)
        }
        try other.execute("ROLLBACK")
        let before = try machines.contents(of: "copy")
        try mine.merge(machines.path("copy"))
        #expect(try mine.isBookmarked("alpha") && !mine.isBookmarked("beta"))
        #expect(try machines.contents(of: "copy") == before)
    }

    @Test("A file kept with a rollback journal is read as it is, and so is one with an odd name, through a link")
    func ways() throws {
        try machines.make("100% of? it#1", [bookmark("alpha")])
        let path = machines.path("100% of? it#1")
        let link = machines.directory.file("link.db")
        symlink(path, link)
        try mine.merge(link)
        #expect(try mine.isBookmarked("alpha"))
        let other = try Database(path: path)
        other.trustSchema()
        #expect(try Opening.journal(other, mode: "delete") == "delete")
        #expect(try mine.merge(path).alreadyHere == 1)
    }

    @Test("What cannot be another machine's file is named as what it is, and stays as it is")
    func refused() throws {
        let directory = machines.directory
        let path = directory.file("x.db")
        #expect(throws: MergeError.inaccessible(path: path, reason: "No such file or directory")) {
            try mine.merge(path)
        }
        #expect(throws: MergeError.notAFile(path: directory.path)) { try mine.merge(directory.path) }
        #expect(throws: MergeError.notAFile(path: "/dev/null")) { try mine.merge("/dev/null") }
        mkfifo(directory.file("pipe"), 0o600)
        #expect(throws: MergeError.notAFile(path: directory.file("pipe"))) { try mine.merge(directory.file("pipe")) }
        #expect(throws: MergeError.sameFile(path: machines.path("mine"))) { try mine.merge(machines.path("mine")) }
        link(machines.path("mine"), directory.file("again.db"))
        #expect(throws: MergeError.sameFile(path: directory.file("again.db"))) {
            try mine.merge(directory.file("again.db"))
        }
        for (bytes, error) in [
            ([], MergeError.empty(path: path)),
            (Array("Dear diary, ".utf8), .notADatabase(path: path)),
            (Array(String(repeating: "Dear diary, ", count: 1000).utf8), .notADatabase(path: path)),
        ] {
            try machines.write(bytes, to: path)
            #expect(throws: error) { try mine.merge(path) }
            #expect(try machines.bytes(of: path) == bytes)
        }
        #expect(try mine.entryRows().isEmpty)
    }

    @Test("Truncated, garbled and zeroed files are refused, and both files stay as they were", arguments: 0..<6)
    func damaged(way: Int) throws {
        var generator = JournalGenerator(seed: 9)
        try machines.make("other", generator.history(400))
        let page = 4096
        let root = Int(try rootPage(of: "journal")) - 1
        var bytes = try machines.bytes(of: machines.path("other"))
        switch way {
        case 0: bytes = Array(bytes.prefix(bytes.count / 2))
        case 1: bytes = Array(bytes.prefix(root * page + 100))
        case 2: bytes.replaceSubrange(root * page..<(root + 1) * page, with: repeatElement(0, count: page))
        case 3: for place in root * page..<(root + 1) * page { bytes[place] = UInt8(truncatingIfNeeded: place * 31) }
        case 4: for place in 100..<page { bytes[place] = 0xAB }
        default: for place in 16..<100 { bytes[place] = 0xFF }
        }
        try machines.write(bytes, to: machines.path("other"))
        try mine.absorb([bookmark("alpha")])
        let rows = try mine.entryRows()
        #expect { try mine.merge(machines.path("other")) } throws: { error in
            switch error {
            case MergeError.damaged, MergeError.notADatabase: true
            default: false
            }
        }
        #expect(try mine.entryRows() == rows)
        #expect(try machines.contents(of: "other") == ["other.db": bytes])
    }

    @Test("Pages of the catalogue that are damaged do not keep a whole journal from being saved")
    func damagedElsewhere() throws {
        try machines.make("other", [bookmark("alpha")])
        let root = Int(try rootPage(of: "questions")) - 1
        var bytes = try machines.bytes(of: machines.path("other"))
        bytes.replaceSubrange(root * 4096..<(root + 1) * 4096, with: repeatElement(0, count: 4096))
        try machines.write(bytes, to: machines.path("other"))
        try mine.merge(machines.path("other"))
        #expect(try mine.isBookmarked("alpha"))
    }

    private func rootPage(of table: String) throws -> Int64 {
        let database = try Database(path: machines.path("other"), access: .immutable)
        database.trustSchema()
        return try database.integer("SELECT rootpage FROM sqlite_schema WHERE name = ?", table)
    }

    private func names() throws -> Set<String> {
        let stream = try #require(opendir(machines.directory.path))
        defer { closedir(stream) }
        var names: Set<String> = []
        while let entry = readdir(stream) {
            names.insert(
                withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) })
        }
        return names
    }
}
