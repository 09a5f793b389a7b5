import CarrelCore
import Testing

@testable import CarrelStorage

@Suite("Why a file was not merged")
struct MergeErrorTests {
    private static let cases: [(MergeError, String)] = [
        (
            .clockAhead(path: "/a.db", milliseconds: 49 * 3_600_000),
            """
            /a.db is 49 hours ahead of this machine's clock, at most 24 hours are taken; nothing was merged: set the \
            clock that is wrong
            """
        ),
        (
            .clockAhead(path: "/a.db", milliseconds: 900 * 3_600_000),
            """
            /a.db is 37 days ahead of this machine's clock, at most 24 hours are taken; nothing was merged: set the \
            clock that is wrong
            """
        ),
        (
            .otherLearner(
                path: "/a.db", theirs: LearnerName(id: "0123456789", username: "anna"),
                ours: LearnerName(id: "abcdefghij", username: "learner")),
            """
            /a.db is the work of “anna” (01234567), this file that of “learner” (abcdefgh); nothing was merged: \
            --as-me if both are you
            """
        ),
        (
            .malformed(path: "/a.db", row: "entry 01H", column: "tz", expected: "minutes"),
            "/a.db: entry 01H: tz should be minutes; nothing was merged"
        ),
    ]

    @Test("Each reason is one line that names the file and says what to do", arguments: cases)
    func lines(error: MergeError, line: String) { #expect(error.description == line) }

    @Test("Escape sequences and long texts of a hostile file do not reach the terminal")
    func hostileText() {
        let long = String(repeating: "long ", count: 200)
        let error = MergeError.altered(path: "/a.db", object: "view \u{1B}[2J\n" + long)
        #expect(error.description.hasPrefix("/a.db: view ?[2J?long long "))
        #expect(error.description.count < 250)
    }
}
