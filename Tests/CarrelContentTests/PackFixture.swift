import CarrelCore
import Glibc
import TestDirectory

@testable import CarrelContent

/// Packs for tests: from the repository's fixtures, and written down in the test.
enum PackFixture {
    /// The bytes of a file in `Tests/Fixtures/packs`.
    static func bytes(_ name: String) throws -> [UInt8] {
        try FileAccess.read(path(name), root: "").bytes
    }

    static func path(_ name: String) -> String {
        #filePath.split(separator: "/").dropLast(2).reduce("") { $0 + "/" + $1 } + "/Fixtures/packs/" + name
    }

    static func file(_ path: String = "p.yaml") -> PackFile {
        PackFile(path: path, root: "", size: 0, modified: 0, inode: 0)
    }

    static func reading(_ text: String, path: String = "p.yaml") -> PackReading {
        PackReading(bytes: Array(text.utf8), file: file(path))
    }

    /// What is wrong with a pack, without the file's name: `2:1: key: message`.
    static func faults(of text: String) -> [String] {
        reading(text).faults.faults.map { "\($0.line):\($0.column): \($0.key): \($0.message)" }
    }

    /// A channel `net` with these questions; the first one begins on line 7.
    static func channel(_ questions: String, id: String = "net") -> String {
        """
        channel: \(id)
        title: Networking
        category: engineering
        subChannels:
          - {id: tcp, title: TCP}
        questions:
        \(questions)
        """
    }

    /// A free question as a line of a channel's `questions`.
    static func free(_ id: String, extra: String = "", stem: String? = nil) -> String {
        "  - {id: \(id), subChannel: tcp, kind: free, difficulty: beginner, question: \"\(stem ?? "What is \(id) about?")\", "
            + "answer: A., explanation: E.\(extra.isEmpty ? "" : ", " + extra)}"
    }

    /// A question of the channel `net` whose keys of its kind begin on line 13.
    static func question(_ kind: String, _ body: String, explanation: String = "E.") -> String {
        channel(
            """
              - id: q
                subChannel: tcp
                kind: \(kind)
                difficulty: beginner
                question: What is it?
                explanation: "\(explanation)"
            \(body)
            """)
    }
}

extension TemporaryDirectory {
    @discardableResult
    func write(_ text: String, to name: String) throws -> String {
        let target = path + "/" + name
        var folder = path
        for part in name.split(separator: "/").dropLast() {
            folder += "/" + part
            mkdir(folder, 0o755)
        }
        guard let file = fopen(target, "w") else { throw FileProblem(doing: "cannot create a file", code: errno) }
        defer { fclose(file) }
        guard fputs(text, file) >= 0 else { throw FileProblem(doing: "cannot write", code: errno) }
        return target
    }

    func delete(_ name: String) { unlink(path + "/" + name) }

    func text(_ name: String) throws -> String {
        String(decoding: try FileAccess.read(path + "/" + name, root: "").bytes, as: UTF8.self)
    }
}

/// SplitMix64, so that generated cases are the same in every run.
struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
