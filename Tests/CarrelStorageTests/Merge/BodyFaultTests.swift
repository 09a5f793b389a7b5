import CarrelCore
import CarrelJSON
import Testing

@testable import CarrelStorage

@Suite("Bodies of another's entries")
struct BodyFaultTests {
    private let machines: Machines

    init() throws { machines = try Machines() }

    @Test("Whatever a journal holds, folding it ends, and comes to what following each entry comes to")
    func neverTraps() throws {
        let mine = try machines.open("mine")
        let bodies = try HostileBodies.all().filter { $0.body.utf8.first == UInt8(ascii: "{") }
        #expect(bodies.count > 2_000)
        try insert(bodies, into: mine)
        try mine.rebuild()
        let live = try machines.open("live")
        try live.absorb(mine.journal().shuffled())
        #expect(difference(try mine.foldedTables(), try live.foldedTables()).isEmpty)
        for session in try mine.activeSessions(limit: 10_000) { _ = try mine.session(session.id) }
        #expect(try mine.integrity() == [] && mine.drift() == [])
    }

    @Test("What another's file holds beyond what Carrel writes is refused with the entry's name; the rest is merged")
    func refusedOrMerged() throws {
        let theirs = try machines.open("theirs")
        let codec = EventCodec()
        let sound = try HostileBodies.all().filter { kind, body in
            body.utf8.first == UInt8(ascii: "{")
                && codec.event(EventCodec.Stored(kind: kind, version: 1, body: body)).fault == nil
        }
        #expect(sound.count > 1_000)
        try insert(sound, into: theirs)
        let mine = try machines.open("mine")
        #expect(try mine.merge(machines.path("theirs")).entriesAdded == sound.count + Self.sessions.count)
        #expect(try mine.drift() == [] && mine.integrity() == [])
        let scores = "SELECT count(*) FROM userAnswers WHERE score NOT BETWEEN 0 AND 1 OR elapsedMs > 86400000"
        #expect(try mine.database.integer(scores) == 0)
    }

    @Test(
        "A value that Carrel never writes is refused, by the entry and the member",
        arguments: [
            ("answerGiven", #"{"selection":{},"elapsedMs":-1}"#, "elapsedMs", "from 0 to 86400000"),
            ("answerGiven", #"{"selection":{},"elapsedMs":9223372036854775807}"#, "elapsedMs", "from 0 to 86400000"),
            ("answerGiven", #"{"selection":{},"elapsedMs":1,"score":1e300}"#, "score", "from 0.0 to 1.0"),
            ("answerGiven", #"{"selection":{"ids":["a\u001bb"]},"elapsedMs":1}"#, "selection", noControl),
            ("answerGiven", #"{"selection":{},"elapsedMs":1,"domainId":"a\nb"}"#, "domainId", name),
            ("answerGraded", #"{"isCorrect":true,"score":-0.5,"isSubmission":false}"#, "score", "from 0.0 to 1.0"),
            ("sessionCompleted", #"{"score":100.5}"#, "score", "from 0.0 to 100.0"),
            ("sessionCompleted", #"{"result":{"earned":-1,"possible":2}}"#, "earned", "from 0 to 1000000000"),
            (
                "sessionStarted", #"{"type":"test","mode":"exam","key":"k","title":"\u009b2J","items":[]}"#, "title",
                noControl
            ),
            (
                "sessionStarted",
                #"{"type":"test","mode":"exam","key":"k","title":"","items":[],"timeLimit":1000000000000}"#,
                "timeLimit", "from 0 to 31536000"
            ),
            (
                "sessionStarted",
                #"{"type":"test","mode":"exam","key":"k","title":"","items":[],"rules":\#(rules(minutes: .max))}"#,
                "rules' minutes", "from 1 to 10000"
            ),
            (
                "sessionStarted",
                #"{"type":"test","mode":"exam","key":"k","title":"","items":[],"rules":\#(rules(warning: .max))}"#,
                "rules' warnings", "from 1 to 10000"
            ),
            (
                "sessionStarted",
                #"{"type":"test","mode":"exam","key":"k","title":"","items":[],"rules":\#(rules(low: 100, high: 100))}"#,
                "rules' scale", "from 101 to 1000000"
            ),
            (
                "sessionStarted",
                #"{"type":"test","mode":"exam","key":"k","title":"","items":[],"rules":\#(rules(questions: -5))}"#,
                "section's questions", "from 1 to 1000"
            ),
            ("optionStruck", #"{"option":"\u0007","isStruck":true}"#, "option", name),
            ("errataSet", #"{"field":"\u007f","value":"v"}"#, "field", name),
            ("settingChanged", #"{"key":"a\tb","value":"v"}"#, "key", name),
            ("prediction", #"{"pPass":1.5,"low":0,"high":1,"isReady":true}"#, "pPass", "from 0.0 to 1.0"),
        ])
    func refused(kind: String, body: String, field: String, expected: String) throws {
        let odd = entry("odd", .unknown(kind: kind, version: 1, body: body), question: "alpha")
        try machines.make("other", [entry("first"), odd])
        let mine = try machines.open("mine")
        let error = MergeError.malformed(
            path: machines.path("other"), row: "entry \(odd.id)", column: "\(field) of its \(kind)",
            expected: expected)
        #expect(throws: error) { try mine.merge(machines.path("other")) }
        #expect(throws: error) { try mine.merge(machines.path("other"), dryRun: true) }
        #expect(try mine.entryRows().isEmpty)
    }

    /// As an exam of packs from elsewhere could have them.
    private static func rules(
        minutes: Int = 60, warning: Int = 5, low: Int = 0, high: Int = 100, questions: Int = 5
    ) -> String {
        var rules = ExamRules(questions: 5, minutes: minutes, pass: high)
        (rules.warnings, rules.scale) = ([warning], ExamRules.Scale(low: low, high: high))
        rules.sections = [ExamRules.Section(id: "a", questions: questions, minutes: 5, locks: false)]
        return (try? JSONText.encode(rules)) ?? ""
    }

    private static let noControl = "without control characters"
    private static let name = "a name of at most 512 bytes without control characters"

    @Test("What a learner typed is taken as it is, and so is what this program cannot read")
    func taken() throws {
        let note = "two lines\n\tand \u{1B} a slip"
        try machines.make(
            "other",
            [
                entry("n", .bookmarkSet(BookmarkSet(note: note)), question: "alpha"),
                entry("u", .unknown(kind: "answerGiven", version: 2, body: #"{"elapsedMs":-1}"#), question: "alpha"),
            ])
        let mine = try machines.open("mine")
        #expect(try mine.merge(machines.path("other")).entriesAdded == 2)
        #expect(try mine.note(of: "alpha") == note)
    }

    @Test("A wall time far ahead of this clock is refused as an order is: no entry is ever made before its time")
    func wallTimeAhead() throws {
        var odd = entry("odd")
        odd.at = Timestamp(milliseconds: 253_402_300_799_999)
        try machines.make("other", [odd])
        let mine = try machines.open("mine")
        let ahead = odd.at.milliseconds - machines.clock.moment.at.milliseconds
        #expect(throws: MergeError.clockAhead(path: machines.path("other"), milliseconds: ahead)) {
            try mine.merge(machines.path("other"))
        }
    }

    // MARK: Files that hold them

    private static let sessions = (0..<4).map { JournalGenerator.id("hostile-session-\($0)") }

    /// Adds entries of these bodies to sessions that were started, past what checks an event before it is recorded.
    private func insert(_ bodies: [(kind: String, body: String)], into store: Store) throws {
        let modes: [SessionMode] = [.practice, .exam, .timed, .review]
        let started = zip(Self.sessions, modes).map { id, mode in
            let event = SessionStarted(
                type: .test, mode: mode, key: "k", title: "T", items: [DrawnItem(questionId: "alpha", options: ["a"])])
            return JournalEntry(
                id: id, ord: 0, hlc: 0, at: minute(0), zone: 0, sessionId: id, event: .sessionStarted(event))
        }
        let journal = JournalTable(store.database)
        try store.database.transaction {
            for entry in started { try journal.insert(entry) }
            for (index, (kind, body)) in bodies.enumerated() {
                let isStart = kind == JournalKind.sessionStarted.rawValue
                let isAboutLearner = ["settingChanged", "goalSet", "goalCleared", "memoryModel"].contains(kind)
                let id = JournalGenerator.id("hostile-\(index)")
                let session = isStart ? id : Self.sessions[index % Self.sessions.count]
                try journal.insert(
                    JournalEntry(
                        id: id, ord: Int64(index + 1), hlc: Int64(index + 1), at: minute(index), zone: 0,
                        sessionId: isAboutLearner ? nil : session,
                        questionId: isAboutLearner || isStart ? nil : JournalGenerator.questions[index % 5],
                        event: .unknown(kind: kind, version: 1, body: body)))
            }
        }
        try store.rebuild()
    }
}
