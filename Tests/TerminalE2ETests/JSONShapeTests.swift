import CarrelCore
import CarrelJSON
import CarrelStorage
import Testing

@Suite("The shapes of JSON")
struct JSONShapeTests {
    /// What stands beside `--json` where a command needs operands; a command that is not here is run without.
    private static func operands(of learner: Learner) -> [String: [[String]]] {
        [
            "show": [["kitchen-pan"], ["desk-ttl"]],
            "search": [["which"]],
            "merge": [[learner.home + "/other.db", "--as-me", "--dry-run"]],
            "lint": [[learner.home + "/data/carrel/packs"]],
        ]
    }

    /// Has every member that a question may have.
    private static let kitchen = """
        channel: kitchen
        title: Kitchen
        category: engineering
        description: A question with all that questions may have.
        subChannels: [{id: pans, title: Pans}]
        questions:
          - id: kitchen-pan
            subChannel: pans
            kind: single
            difficulty: beginner
            question: Which of these pans keeps its heat the longest?
            exhibit: "iron 4 kg, tin 1 kg"
            options:
              - {id: iron, text: Cast iron, correct: true, why: It is heavy.}
              - {id: tin, text: Thin steel, why: It is light.}
            explanation: The more mass a pan has, the more heat it holds, and the longer that lasts on the table.
            tldr: Mass holds heat.
            eli5: Heavy things stay warm for longer.
            diagram: "graph LR; iron --> heat"
            tags: [heat]
            sources: ["https://example.org/pans"]
        """

    /// A learner who has done a little of everything.
    private static func studied() throws -> Learner {
        let learner = try Learner()
        try learner.addsPack(kitchen, as: "channels/kitchen.yaml")
        let app = try learner.starts("practice networking/tcp-ip")
        try app.answersWrong()
        try app.continues()
        for _ in 2...4 {
            try app.answersRight()
            try app.continues()
        }
        try app.isAt("Summary")
        try app.leaves()
        try app.starts("practice desk-ttl").seesField()
        try app.types("it is dropped").reveals()
        try app.presses("1").sees("again")
        try app.leaves()
        try app.starts("practice kitchen-pan").answers(1)
        try app.leaves()
        let store = try learner.file()
        try store.record(.bookmarkSet(BookmarkSet(note: "iron it is")), questionId: "kitchen-pan")
        // In no pack, for the doctor to name.
        try store.record(.bookmarkSet(BookmarkSet(note: nil)), questionId: "kitchen-spoon")
        try store.record(
            .errataSet(ErrataSet(field: "tldr", value: "Iron.", reason: "shorter")), questionId: "kitchen-pan")
        let backups = try #require(DailyBackups(of: store))
        let backup = try #require(try backups.begin(of: store, on: CivilDate(day: 20_000)))
        while try !backup.step(pages: 1_000) {}
        try store.close()
        let other = try Store.open(
            .file(learner.home + "/other.db"), clock: { Moment(at: Timestamp(milliseconds: 0), zone: 0) }, seed: 2)
        try other.record(.bookmarkSet(BookmarkSet(note: nil)), questionId: "kitchen-pan")
        try other.close()
        // Chosen, left alone, and wrong.
        try TextFile.write(
            "theme: monochrome\nkeys: {list: {practise: P}}\nthem: dark\n",
            to: learner.home + "/config/carrel/config.yaml")
        // A fault, for the lists of them.
        try learner.addsPack("channel: [", as: "channels/broken.yaml")
        try TextFile.write("system: base9\n", to: learner.home + "/config/carrel/themes/broken.yaml")
        return learner
    }

    @Test("What every --json prints has the shape that the command's help documents, each member at least once")
    func shapes() throws {
        let learner = try Self.studied()
        var checked = 0
        for command in try learner.commands() {
            for (operand, shape) in try Self.shapes(in: learner.runs(command, "--help").text) {
                var comparison = JSONComparison()
                let runs = operand.map { [[$0]] } ?? Self.operands(of: learner)[command] ?? [[]]
                for operands in runs {
                    let arguments = [command] + operands + ["--json"]
                    let text = try learner.prints(arguments)
                    comparison.compare(try JSONText.decode(JSONValue.self, from: text), with: shape)
                }
                let name = [command, operand].compactMap { $0 }.joined(separator: " ")
                #expect(comparison.faults.isEmpty, "\(name): \(comparison.faults)")
                let unseen = shape.paths().subtracting(comparison.kinds.keys).sorted()
                #expect(unseen.isEmpty, "\(name): \(unseen) never came")
                let mixed = comparison.kinds.filter { $0.value.count > 1 }
                #expect(mixed.isEmpty, "\(name): \(mixed)")
                checked += 1
            }
        }
        #expect(checked >= 13)
    }

    /// The shapes in a command's help, each with the operand it belongs to, if to one.
    private static func shapes(in help: String) throws -> [(operand: String?, shape: JSONShape)] {
        let lines = help.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard let start = lines.firstIndex(of: "JSON:") else { return [] }
        return try lines[(start + 1)...].filter { !$0.isEmpty }.map { line in
            let text = String(line.drop { $0 == " " })
            let operand = text.prefix { $0.isLetter }
            guard !operand.isEmpty else { return (nil, try JSONShape(text)) }
            return (String(operand), try JSONShape(String(text.dropFirst(operand.count + 2))))
        }
    }

    @Test("A shape is told from one with a member more, a member less, or another nesting")
    func comparison() throws {
        let shape = try JSONShape("{id, note?, tags: [text], parts: [{id}]}")
        func faults(_ json: String) throws -> [String] {
            var comparison = JSONComparison()
            comparison.compare(try JSONText.decode(JSONValue.self, from: json), with: shape)
            return comparison.faults
        }
        #expect(try faults(#"{"id": "a", "tags": ["t"], "parts": [{"id": 1}]}"#) == [])
        #expect(try faults(#"{"id": "a", "tags": [], "parts": [], "more": 1}"#) == [".more is not documented"])
        #expect(try faults(#"{"id": "a", "tags": []}"#) == [".parts is missing"])
        #expect(try faults(#"{"id": "a", "tags": [[]], "parts": []}"#) == [".tags[] is of another form: list"])
        #expect(try faults(#"{"id": null, "tags": [], "parts": []}"#) == [".id is of another form: null"])
        #expect(throws: Shell.Failure.self) { try JSONShape("[{id, }]") }
    }
}
