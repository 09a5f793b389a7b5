import CarrelCore
import TestDirectory
import Testing

@testable import CarrelContent

@Suite("The linter")
struct LinterTests {
    let directory: TemporaryDirectory
    init() throws { directory = try TemporaryDirectory() }

    private func messages(_ report: LintReport) -> [String] {
        report.faults.map { String($0.description.dropFirst(directory.path.count + 1)) }
    }

    @Test("The sample of every kind is without fault")
    func clean() {
        let report = Linter.lint(paths: [PackFixture.path("all-kinds.yaml")])
        #expect(report.faults.map(\.message) == ["the file is to be named sample.yaml"])
        #expect(report.filesChecked == 1 && report.questionsChecked == 7)
    }

    @Test("A directory is checked as a root, and its packs against each other")
    func root() throws {
        let explanation = String(repeating: "Because. ", count: 20)
        func question(_ id: String, _ stem: String) -> String {
            PackFixture.free(id, extra: "keywords: [a, b, c]", stem: stem)
                .replacing("explanation: E.", with: "explanation: \"\(explanation)\"")
        }
        let stem = "Which of the protocols that carry mail reads it, and which one sends it?"
        try directory.write(PackFixture.channel(question("a", stem), id: "one"), to: "channels/one.yaml")
        try directory.write(PackFixture.channel(question("b", stem + " Say"), id: "two"), to: "channels/two.yaml")
        try directory.write("path: p\n", to: "paths/x/y.yaml")
        try directory.write("interview: i\n", to: "interviews/i.yaml")
        let report = Linter.lint(paths: [directory.path])
        #expect(
            messages(report).filter { !$0.contains("missing") } == [
                "channels/two.yaml:7:74: warning: questions[0].question: asks nearly the same as a "
                    + "(\(directory.path)/channels/one.yaml:7)"
            ])
        #expect(report.filesChecked == 3 && report.questionsChecked == 2)
    }

    @Test("A single file may refer to the packs it lies among; these are not reported on")
    func single() throws {
        try directory.write(PackFixture.channel(PackFixture.free("a")), to: "channels/net.yaml")
        let path = try directory.write(
            "interview: i\ntopic: T\nchannel: net\ndifficulty: beginner\nquestions: [a, b]", to: "interviews/i.yaml")
        let report = Linter.lint(paths: [path, path])
        #expect(messages(report) == ["interviews/i.yaml:5:16: error: questions[1]: no question has the id \"b\""])
        #expect(report.filesChecked == 1)
    }

    @Test("A learner's pack is checked beside the built-in root")
    func context() throws {
        let own = try TemporaryDirectory()
        try directory.write(PackFixture.channel(PackFixture.free("a")), to: "channels/net.yaml")
        try own.write("interview: i\ntopic: T\nchannel: net\ndifficulty: beginner\nquestions: [a]", to: "i.yaml")
        #expect(Linter.lint(paths: [own.path]).errors == 2)
        let builtIn = PackRoot(path: directory.path, isBuiltIn: true)
        #expect(Linter.lint(paths: [own.path], context: [builtIn]).faults == [])
    }

    @Test("A path that is not there is an error")
    func missing() {
        let report = Linter.lint(paths: [directory.path + "/none"])
        #expect(messages(report) == ["none:1:1: error: cannot look at it: No such file or directory"])
    }

    @Test("A pack whose lines were mixed up is advised on, checked and fixed without a trap")
    func mutated() throws {
        let lines = String(decoding: try PackFixture.bytes("all-kinds.yaml"), as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        var random = SplitMix64(state: 11)
        for _ in 0..<150 {
            var mixed = lines
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let index = Int.random(in: 0..<mixed.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: mixed.remove(at: index)
                case 1: mixed.swapAt(index, Int.random(in: 0..<mixed.count, using: &random))
                default: mixed[index] = mixed[index].replacing(/id: [a-z]+, |[0-9]+|true/, with: "")
                }
            }
            let text = mixed.joined(separator: "\n"), path = try directory.write(text, to: "sample.yaml")
            let report = Linter.lint(paths: [path])
            guard PackReading(bytes: Array(text.utf8), file: PackFixture.file()).isWhole else {
                #expect(report.errors > 0)
                #expect(throws: FixError.self) { try Linter.fix(path: path) }
                continue
            }
            _ = try Linter.fix(path: path)
            #expect(try Linter.fix(path: path) == 0)
        }
    }
}
