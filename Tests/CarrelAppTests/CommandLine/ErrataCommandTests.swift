import Testing

@testable import CarrelApp
@testable import CarrelContent

@Suite("Corrections for the authors of packs")
struct ErrataCommandTests {
    @Test("The patch is YAML that holds every text as it is")
    func patch() throws {
        let odd = "two\nlines, \"quotes\", a \\ and a tab\t: # not a comment\u{1B}"
        let entries = [
            ErrataCommand.Entry(
                question: "q1", pack: "data/channels/a.yaml", field: "explanation", authorsValue: "old", value: odd,
                reason: "because", isChangedByAuthor: false),
            ErrataCommand.Entry(
                question: "q2", field: "option/a/isCorrect", value: "true", isChangedByAuthor: true),
        ]
        let text = ErrataCommand.patch(entries)
        let faults = FaultCollector(file: "patch")
        let document = YAMLDocument(parsing: Array(text.utf8), faults: faults)
        #expect(faults.faults.isEmpty)
        guard case .sequence(let items)? = document.root?.content, case .mapping(let entry)? = items.first?.content
        else {
            Issue.record("no list of mappings")
            return
        }
        let to = entry.first { $0.key == "to" }?.value.content
        #expect(to == .scalar(String(odd.dropLast()), .quoted))
        #expect(items.count == 2)
        #expect(text.contains("changedSince: true"))
    }

    @Test("Without corrections it is an empty list")
    func none() { #expect(ErrataCommand.patch([]).hasSuffix("\n[]")) }

    @Test(
        "What a list does not say by itself is said beside it: no packs, and corrections of what is in none",
        arguments: [
            (0, 0, true, ["no corrections: on a question, ! corrects its text or key for you"]), (2, 2, true, []),
            (
                1, 3, true,
                ["2 corrected questions not listed: no pack here has what was corrected; the corrections are kept"]
            ),
            (
                0, 1, false,
                [
                    "1 corrected question not listed: no pack here has what was corrected; the corrections are kept",
                    "no packs found in /a, /b: --data DIR names the directory that holds them",
                ]
            ),
        ])
    func notes(listed: Int, all: Int, hasQuestions: Bool, notes: [String]) {
        #expect(
            ErrataCommand.notes(listed: listed, of: all, hasQuestions: hasQuestions, searched: ["/a", "/b"]) == notes)
    }
}
