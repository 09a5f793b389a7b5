import TestDirectory
import Testing

@testable import CarrelContent

/// The author's guide, `data/README.md`: what it shows is what the linter takes.
@Suite("The author's guide")
struct AuthorsGuideTests {
    /// A pack that stands in the guide as a whole file.
    struct Example: Sendable, CustomTestStringConvertible {
        var id: String
        var kind: String
        var text: String

        var testDescription: String { "\(kind) \(id)" }
    }

    private static let examples: [Example] = blocks.compactMap { block in
        guard let first = block.split(separator: "\n").first else { return nil }
        let words = first.split(separator: " ")
        guard words.count == 2, words[0].hasSuffix(":") else { return nil }
        return Example(id: String(words[1]), kind: String(words[0].dropLast()), text: block)
    }

    private static let blocks: [String] = {
        guard let file = try? FileAccess.read(ShellFixture.root + "/data/README.md", root: "") else { return [] }
        var blocks: [String] = []
        var block: String?
        for line in String(decoding: file.bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        {
            if line == "```yaml" {
                block = ""
            } else if line == "```", let whole = block {
                blocks.append(whole)
                block = nil
            } else {
                block? += line + "\n"
            }
        }
        return blocks
    }()

    @Test("It shows a channel of each kind of question, a certification, a path and a shell")
    func complete() {
        let kinds = Dictionary(grouping: Self.examples, by: \.kind).mapValues(\.count)
        #expect(kinds == ["channel": 7, "certification": 1, "path": 1, "shell": 1])
        for kind in ["free", "single", "multiple", "ordering", "matching", "hotspot", "simulation"] {
            #expect(Self.examples.contains { $0.text.split(separator: "\n").contains("    kind: \(kind)") })
        }
    }

    @Test("What it shows is without fault beside the shipped packs", arguments: examples)
    func clean(example: Example) throws {
        let directory = try TemporaryDirectory()
        try directory.write(example.text, to: "\(example.kind)s/\(example.id).yaml")
        let builtIn = PackRoot(path: ShellFixture.root + "/data", isBuiltIn: true)
        let report = Linter.lint(paths: [directory.path], context: [builtIn])
        #expect(report.faults.map(\.description) == [])
        #expect(report.filesChecked == 1)
    }
}
