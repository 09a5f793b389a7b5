/// What is on a terminal's screen, read as a learner reads it.
struct ScreenText: Equatable, Sendable {
    var lines: [String]

    /// Where I am, and the state that matters.
    var header: String { lines.first ?? "" }
    /// The keys that matter, or a message.
    var hintBar: String { lines.last { !$0.isEmpty } ?? "" }
    var text: String { lines.joined(separator: "\n") }

    var isASCII: Bool { lines.allSatisfy { $0.allSatisfy(\.isASCII) } }

    func contains(_ words: String) -> Bool { lines.contains { $0.contains(words) } }

    /// Whether packs are being read or taken in.
    var isLoading: Bool {
        contains("Reading packs ") || contains("Checking packs ") || contains("Loading questions ")
            || header.contains("loading ")
    }

    /// The row the pointer stands at.
    var selectedRow: String? { lines.dropFirst().first { $0.hasPrefix(" ▸ ") } }

    /// Whether the row with `words` in it is in sight above the pointer.
    func isAboveSelection(_ words: String) -> Bool {
        guard let pointer = lines.dropFirst().firstIndex(where: { $0.hasPrefix(" ▸ ") }) else { return false }
        return lines[1..<pointer].contains { $0.contains(words) }
    }

    /// What stands before `words` in the row that has them.
    func marks(before words: String) -> Substring {
        for line in lines.dropFirst() {
            if let range = line.firstRange(of: words) { return line[..<range.lowerBound] }
        }
        return ""
    }

    /// `7/20` of the header.
    var position: String? {
        header.split(separator: " ").map(String.init).first { part in
            let numbers = part.split(separator: "/", omittingEmptySubsequences: false)
            return numbers.count == 2 && numbers.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isNumber) }
        }
    }

    /// An option as it stands on screen.
    struct Option: Equatable, Sendable {
        enum Box: Equatable, Sendable { case empty, chosen, struckOut }

        var label: Character
        var box: Box
        /// The glyph before the label: the pointer, or the verdict.
        var mark: Character
        var text: String
    }

    var options: [Option] { lines.compactMap(Self.option) }

    /// The option at a place, counted from 1 as labels are; nil while it is not on screen.
    func option(_ place: Int) -> Option? {
        let options = options
        return options.indices.contains(place - 1) ? options[place - 1] : nil
    }

    /// Reads ` ▸ b (•) Text`.
    private static func option(_ line: String) -> Option? {
        let cells = Array(line)
        guard cells.count > 9, cells[0] == " ", ("a"..."i").contains(cells[3]), cells[4] == " ", cells[8] == " " else {
            return nil
        }
        let box: Option.Box
        switch String(cells[5...7]) {
        case "( )", "[ ]": box = .empty
        case "(•)", "[x]": box = .chosen
        case " - ": box = .struckOut
        default: return nil
        }
        return Option(label: cells[3], box: box, mark: cells[1], text: String(cells[9...]))
    }
}
