import Glibc
import TestDirectory
import Testing

@testable import CarrelStorage

@Suite("When the log goes into the file")
struct WriteAheadLogTests {
    private let directory: TemporaryDirectory
    private let database: Database

    init() throws {
        directory = try TemporaryDirectory()
        database = try Database(path: directory.file("log.db"))
        try database.execute("PRAGMA journal_mode = WAL; CREATE TABLE t(filling)")
    }

    /// A page a row and more.
    private func write(rows: Int) throws {
        for _ in 0..<rows { try database.run("INSERT INTO t VALUES (zeroblob(4000))") }
    }

    private var fileSize: Int {
        var status = stat()
        return stat(directory.file("log.db"), &status) == 0 ? Int(status.st_size) : -1
    }

    @Test("A short log is left alone, a long one is taken in when asked to, once")
    func shortening() throws {
        try write(rows: 20)
        #expect(!database.shortenLog())
        try write(rows: 1_000)
        let before = fileSize
        #expect(before < 100_000, "commits leave the file alone")
        #expect(database.shortenLog())
        #expect(fileSize > 4_000_000)
        #expect(!database.shortenLog())
    }

    @Test("Unasked for, commits take it in before it is very long")
    func neverAsked() throws {
        try write(rows: 4_000)
        #expect(fileSize > 4_000_000)
    }

    @Test("A reader holds back what is new to it; nothing is lost, and later the rest goes in")
    func reader() throws {
        let other = try Database(path: directory.file("log.db"))
        try write(rows: 1)
        try other.snapshot {
            #expect(try other.integer("SELECT count(*) FROM t") == 1)
            try write(rows: 1_200)
            #expect(database.shortenLog())
            #expect(try other.integer("SELECT count(*) FROM t") == 1)
        }
        #expect(try other.integer("SELECT count(*) FROM t") == 1_201)
        try write(rows: 1)
        #expect(database.shortenLog())
        #expect(fileSize > 4_000_000)
    }
}
