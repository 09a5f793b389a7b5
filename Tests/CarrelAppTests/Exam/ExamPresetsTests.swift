import CarrelContent
import CarrelCore
import CarrelStorage
import Foundation
import TestDirectory
import Testing

@testable import CarrelApp

/// The rules of well-known exams as the author's guide gives them, each sat from the pack to the result.
@Suite("Exams by the rules of the author's guide")
struct ExamPresetsTests {
    /// One of the guide's blocks, under its heading.
    struct Preset: Sendable, CustomTestStringConvertible {
        var name: String
        var yaml: String

        var testDescription: String { name }
        var isHandsOn: Bool { name.contains("hands-on") }
    }

    private static let presets: [Preset] = {
        let guide = (try? String(contentsOfFile: Library.root + "/data/README.md", encoding: .utf8)) ?? ""
        return guide.components(separatedBy: "\n#### ").dropFirst().compactMap { part in
            guard let start = part.range(of: "```yaml\nrules:"), let name = part.split(separator: "\n").first,
                let end = part.range(of: "```", range: start.upperBound..<part.endIndex)
            else { return nil }
            return Preset(name: String(name), yaml: "rules:" + part[start.upperBound..<end.lowerBound])
        }
    }()

    @Test("The guide has those that learners sit most")
    func names() {
        let wanted = ["AWS associate", "CNCF hands-on", "Cisco", "CompTIA", "Microsoft associate", "Percentage"]
        #expect(Self.presets.map(\.name).sorted() == wanted)
    }

    /// An exam of these rules, drawn from 120 questions in two domains.
    private struct Sitting {
        let performer: StorePerformer
        let session: StudySession
        let rules: ExamRules

        init(_ preset: Preset) throws {
            let directory = try TemporaryDirectory()
            try ExamPresetsTests.write(preset, to: directory.path)
            let root = PackRoot(path: directory.path, isBuiltIn: true)
            let read = PackLibrary.read(Survey(of: [root], recorded: []), known: KnownIDs())
            #expect(read.faults.isEmpty)
            let store = try Store.open(.memory, clock: { .noon }, seed: 1)
            _ = try store.load(read.packs, touched: [], gone: [], roots: [root.path])
            performer = StorePerformer(store: store, clock: { .noon }, seed: 7)
            let request = ExamRequest(certification: "sat")
            guard case .started(let id) = try performer.perform(.sit(request)).get(),
                case .session(let found?) = try performer.perform(.fetch(.session(id))).get()
            else { throw Refusal(message: "not started", isRetriable: false) }
            session = found
            rules = session.sittingRules
        }

        var scored: [DrawnItem] { session.items.filter(\.isScored) }

        /// Answers so many scored items rightly, or as far as `half` goes, and hands in.
        func result(right: Int, half: Int = 0) throws -> SessionResult {
            for (index, item) in scored.prefix(right + half).enumerated() {
                let given = try answer(to: item.questionId, whole: index < right)
                let event = NewEvent(.answerGiven(given), sessionId: session.id, questionId: item.questionId)
                _ = try performer.perform(.record([event])).get()
            }
            _ = try performer.perform(.submit(session.id)).get()
            guard case .examResult(let facts?) = try performer.perform(.fetch(.examResult(session.id))).get() else {
                throw Refusal(message: "no result", isRetriable: false)
            }
            return facts.result
        }

        private func answer(to id: String, whole: Bool) throws -> AnswerGiven {
            let question = try #require(try performer.store.question(id)).question
            guard question.kind == .simulation else {
                let right = question.options.filter(\.isCorrect).map(\.id)
                return AnswerGiven(selection: .chosen(Set(right)), elapsedMs: 1)
            }
            let lines = whole ? #"["m","touch one"],["m","touch two"]"# : #"["m","touch one"]"#
            return AnswerGiven(selection: .none, response: "[\(lines)]", elapsedMs: 1)
        }
    }

    @Test("Number, weights, unscored items, time, way back and cut are as the rules say", arguments: presets)
    func sat(preset: Preset) throws {
        let first = try Sitting(preset)
        let rules = first.rules
        #expect(first.session.items.count == rules.questions)
        #expect(Set(first.session.items.map(\.questionId)).count == rules.questions)
        #expect(first.scored.count == rules.questions - rules.unscored)
        #expect(first.session.timeLimit == rules.minutes * 60)
        let share = Double(first.scored.count { $0.questionId.hasPrefix("one-") }) / Double(first.scored.count)
        #expect(abs(share - 0.6) * Double(first.scored.count) < 1)
        var run = ExamRun(first.session, at: .noon)
        try run.apply(.next, at: .noon)
        #expect((run.sitting.refusal(of: .previous) == nil) == (rules.navigation == .free))

        let (scale, count) = (rules.scale, first.scored.count)
        // The fewest that reach the cut: right/count ≥ (pass − low)/(high − low), in whole numbers.
        let least = ((rules.pass - scale.low) * count + scale.high - scale.low - 1) / (scale.high - scale.low)
        let passed = try first.result(right: least)
        #expect(passed.passed == true && passed.possible == count * 1_000 && passed.earned == least * 1_000)
        #expect((passed.scaledScore ?? 0) >= rules.pass)
        let failed = try Sitting(preset).result(right: least - 1)
        #expect(failed.passed == false && (failed.scaledScore ?? scale.high) < rules.pass)
        #expect(try Sitting(preset).result(right: count).scaledScore == scale.high)
    }

    @Test("A hands-on exam counts the parts of its tasks that were done")
    func partial() throws {
        let preset = try #require(Self.presets.first { $0.isHandsOn })
        let result = try Sitting(preset).result(right: 10, half: 7)
        #expect(result.earned == 13_500 && result.possible == 17_000)
        #expect(result.scaledScore == 79 && result.passed == true)
    }

    // MARK: The pack

    private static func write(_ preset: Preset, to directory: String) throws {
        let questions = (0..<120).map { question($0, preset) }.joined()
        let head = """
            certification: sat
            name: \(preset.name)
            provider: Example
            examCode: S-1
            category: cloud
            difficulty: intermediate
            officialUrl: https://example.org/s
            domains:
              - {id: one, name: One, weight: 60}
              - {id: two, name: Two, weight: 40}

            """
        let files = FileManager.default
        try files.createDirectory(atPath: directory + "/certifications", withIntermediateDirectories: true)
        try (head + preset.yaml + "questions:\n" + questions)
            .write(toFile: directory + "/certifications/sat.yaml", atomically: true, encoding: .utf8)
        guard preset.isHandsOn else { return }
        try files.createDirectory(atPath: directory + "/shells", withIntermediateDirectories: true)
        try files.copyItem(
            atPath: Library.root + "/data/shells/posix.yaml", toPath: directory + "/shells/posix.yaml")
    }

    private static func question(_ index: Int, _ preset: Preset) -> String {
        let domain = index % 5 < 3 ? "one" : "two"
        let asked = """
              - id: \(domain)-\(index)
                domain: \(domain)
                kind: \(preset.isHandsOn ? "simulation" : "single")
                difficulty: beginner
                question: Which is number \(index)?
                explanation: It is the one that is called \(index).
                sources: [https://example.org/a, https://example.org/b]

            """
        return asked + (preset.isHandsOn ? task : options)
    }

    private static let options = """
            options:
              - {id: yes, text: This one, correct: true, why: It is.}
              - {id: no, text: That one, why: It is another.}

        """

    private static let task = """
            world:
              shell: posix
              devices: [{id: m}]
              state: {user: ada, hostname: m, cwd: /home/ada}
              files: {/home/ada/: {owner: ada}}
              goals:
                - {id: first, title: one is there, when: {file./home/ada/one.owner: ada}, why: It was made.}
                - {id: second, title: two is there, when: {file./home/ada/two.owner: ada}, why: It was made.}
              solution: [touch one, touch two]

        """
}
