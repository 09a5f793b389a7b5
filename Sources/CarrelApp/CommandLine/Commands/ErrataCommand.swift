import CarrelCore
import CarrelStorage

/// `carrel errata`: what the learner corrected, for the learner or for the packs' authors.
struct ErrataCommand: CommandLineCommand {
    private let invocation: Invocation
    private let places: Places

    init(_ invocation: Invocation, _ places: Places) {
        self.invocation = invocation
        self.places = places
    }

    static let shape = "[{question, pack?, field, authorsValue?, value, reason?, isChangedByAuthor}]"

    struct Entry: Encodable {
        var question: String
        /// The pack's file.
        var pack: String?
        var field: String
        var authorsValue: String?
        var value: String
        var reason: String?
        var isChangedByAuthor: Bool
    }

    func run() throws -> Int32 {
        let store = try LearnerFile(places).lookAtLibrary()
        let entries = try store.correctedQuestions().flatMap { question, pack in
            question.corrections.map {
                Entry(
                    question: question.id, pack: pack, field: $0.field.name, authorsValue: $0.authorsValue,
                    value: $0.value, reason: $0.reason, isChangedByAuthor: $0.isChangedByAuthor)
            }
        }
        let notes = Self.notes(
            listed: Set(entries.map(\.question)).count, of: try store.correctedQuestionCount(),
            hasQuestions: try !store.questions(in: .all, limit: 1).isEmpty, searched: places.searched)
        LearnerFile.close(store)
        if invocation.has("--json") {
            try Console.json(entries)
        } else if invocation.has("--export") {
            Console.say(Self.patch(entries))
        } else if !entries.isEmpty {
            let rows = entries.map { entry in
                [
                    entry.question, entry.field, entry.isChangedByAuthor ? "changed by the author" : "mine",
                    PlainStem.line(entry.value),
                ]
            }
            let headings: [(String, TextTable.Alignment)] = [
                ("QUESTION", .start), ("FIELD", .start), ("STATE", .start), ("VALUE", .start),
            ]
            Console.say(
                TextTable(headings: headings, rows: rows).lines(columns: Console.columns).joined(separator: "\n"))
        }
        for note in notes { Console.complain(note) }
        return 0
    }

    /// What a list, also one that a program reads, does not say by itself.
    ///
    /// - Parameters:
    ///   - listed: Corrected questions that the packs here have.
    ///   - all: Corrected questions.
    ///   - searched: Where the built-in packs were looked for.
    static func notes(listed: Int, of all: Int, hasQuestions: Bool, searched: [String]) -> [String] {
        var notes: [String] = []
        if all == 0 {
            notes.append("no corrections: on a question, ! corrects its text or key for you")
        } else if listed < all {
            let missing = RelativeTime.count(all - listed, "corrected question")
            notes.append("\(missing) not listed: no pack here has what was corrected; the corrections are kept")
        }
        if !hasQuestions {
            let places = searched.isEmpty ? "" : " in \(searched.joined(separator: ", "))"
            notes.append("no packs found\(places): --data DIR names the directory that holds them")
        }
        return notes
    }

    /// YAML an author can read and apply: for each correction what stands there, and what should.
    static func patch(_ entries: [Entry]) -> String {
        var lines = ["# Corrections made with Carrel \(CommandLineEntry.version), for the authors of the packs."]
        if entries.isEmpty { return lines[0] + "\n[]" }
        for entry in entries {
            lines.append("- question: \(entry.question)")
            if let pack = entry.pack { lines.append("  pack: " + quoted(pack)) }
            lines.append("  field: \(entry.field)")
            if let authors = entry.authorsValue { lines.append("  from: " + quoted(authors)) }
            lines.append("  to: " + quoted(entry.value))
            if let reason = entry.reason { lines.append("  reason: " + quoted(reason)) }
            if entry.isChangedByAuthor { lines.append("  changedSince: true") }
        }
        return lines.joined(separator: "\n")
    }

    /// Text of any kind as a YAML scalar: double quotes, in which every character can stand.
    private static func quoted(_ text: String) -> String {
        var out = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case "\n": out += "\\n"
            case "\t": out += "\\t"
            default:
                // Control characters are in no pack, and none would take them.
                let isControl = scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
                if !isControl { out.unicodeScalars.append(scalar) }
            }
        }
        return out + "\""
    }
}
