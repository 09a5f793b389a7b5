import CSQLite
import CarrelCore
import CarrelStorage

/// What it costs to save an answer, beside what the disk asks for the smallest transaction there is.
///
/// Both are done in turn, so that what else the machine does falls on both.
struct CommitMeasurement {
    /// Milliseconds for one answer and the place kept with it.
    private(set) var answers = Samples()
    /// Of these, on a processor.
    private(set) var processor = Samples()
    /// Milliseconds for one row in a WAL file with `synchronous=FULL`: one sync.
    private(set) var bare = Samples()
    /// Milliseconds, once the answer is shown, for what the program clears up when there is enough of it.
    private(set) var clearingUp = Samples()

    /// - Parameters:
    ///   - database: A learner's file; the answers stay in it.
    ///   - scratch: Where the bare file is made: beside the other.
    init(on database: String, of shape: LibraryShape, scratch: String, commits: Int) throws {
        let store = try GeneratedLibrary.open(database)
        let file = try BareFile(path: scratch)
        var prose = ProseGenerator(seed: shape.seed &+ 3)
        var session = ""
        for number in 0..<commits {
            if number % shape.sessionLength == 0 { session = try Self.startSession(in: store, number, shape) }
            let group = Self.group(number, shape)
            let question = PackWriter.id(of: prose.number(0..<group.questions), in: group)
            let answer = AnswerGiven(
                selection: .chosen([PackWriter.option(0)]), isCorrect: true, score: 1, grade: .good,
                certificationId: group.isCertification ? group.id : nil,
                domainId: group.isCertification ? group.parts[0].id : nil, elapsedMs: 9_000)
            let place = SessionPlace(cursor: number % shape.sessionLength)
            bare.add(try Stopwatch.milliseconds { try file.addRow() })
            let timing = try Stopwatch.timing {
                try store.record(
                    [NewEvent(.answerGiven(answer), sessionId: session, questionId: question)],
                    keeping: (session, place))
            }
            answers.add(timing.elapsed)
            processor.add(timing.processor)
            var isCleared = false
            let pause = Stopwatch.milliseconds { isCleared = store.clearUp() }
            if isCleared { clearingUp.add(pause) }
        }
    }

    /// Sessions of the longest channel and of the certification in turn: the latter have more to bring in step.
    private static func group(_ number: Int, _ shape: LibraryShape) -> LibraryShape.Group {
        number / shape.sessionLength % 2 == 0 ? shape.longest : shape.certification
    }

    private static func startSession(in store: Store, _ number: Int, _ shape: LibraryShape) throws -> String {
        let group = group(number, shape)
        let items = (0..<shape.sessionLength).map { DrawnItem(questionId: PackWriter.id(of: $0, in: group)) }
        let started = SessionStarted(
            type: group.isCertification ? .certification : .channel, mode: .practice, key: "bench-\(number)",
            title: group.title, channelId: group.isCertification ? nil : group.id,
            certificationId: group.isCertification ? group.id : nil, items: items)
        guard let entry = try store.record(.sessionStarted(started)) else { throw BenchError("no session was started") }
        return entry.id
    }
}

/// A SQLite file with one table, written a row at a time.
private final class BareFile {
    private let handle: OpaquePointer

    init(path: String) throws {
        var handle: OpaquePointer?
        guard sqlite3_open(path, &handle) == SQLITE_OK, let handle else { throw BenchError("cannot make \(path)") }
        self.handle = handle
        try run("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE rows(value INTEGER)")
    }

    deinit { sqlite3_close_v2(handle) }

    func addRow() throws { try run("INSERT INTO rows VALUES (1)") }

    private func run(_ sql: String) throws {
        guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else {
            throw BenchError("SQLite: \(String(cString: sqlite3_errmsg(handle)))")
        }
    }
}
