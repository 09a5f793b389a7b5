/// Markdown text with its code left out, searched for the names of options.
struct Prose {
    private let text: String

    init(_ markdown: String) { text = Self.withoutCode(markdown) }

    /// Whether the text holds anything worth a closer look: `{{`, or the beginning of a noun that options go by.
    static func mayNameLabels(_ text: String) -> Bool {
        var last: UInt32 = 0
        for byte in text.utf8 {
            // The last three bytes, letters in lower case ("{" is 0x7B in both).
            last = (last << 8 | UInt32(byte | 0x20)) & 0xFF_FFFF
            switch last {
            case 0x6F_7074, 0x61_6E73, 0x63_686F: return true  // opt, ans, cho
            case _ where last & 0xFFFF == 0x7B7B: return true
            default: break
            }
        }
        return false
    }

    /// What stands between `{{` and `}}`, without white space around it.
    var references: [String] {
        var references: [String] = [], rest = text[...]
        while let opening = rest.firstRange(of: "{{") {
            rest = rest[opening.upperBound...]
            guard let closing = rest.firstRange(of: "}}") else { break }
            references.append(String(rest[..<closing.lowerBound].trimmed))
            rest = rest[closing.upperBound...]
        }
        return references
    }

    /// The first phrase that names an option by letter or number, e.g. `option B`, `choices 1`.
    var letteredOption: String? {
        let words = text.split { !$0.isLetter && !$0.isNumber }
        for (word, label) in zip(words, words.dropFirst()) where label.count == 1 {
            let noun = word.lowercased()
            guard Self.nouns.contains(noun), isGap(text[word.endIndex..<label.startIndex]) else { continue }
            if isLabel(label, after: noun) { return String(text[word.startIndex..<label.endIndex]) }
        }
        return nil
    }

    private static let nouns: Set<String> = ["option", "options", "choice", "choices", "answer", "answers"]

    /// White space, and what may surround a label: `option (A)`, `option **B**`.
    private func isGap(_ gap: Substring) -> Bool {
        gap.contains { $0.isWhitespace } && gap.allSatisfy { $0.isWhitespace || "*_([\"'“‘".contains($0) }
    }

    private func isLabel(_ label: Substring, after noun: String) -> Bool {
        let rest = text[label.endIndex...]
        switch label {
        case "A", "B", "C", "D", "E", "F", "G", "H": return true
        case "I":
            // "the choice I made" is no label, "choice I is right" and "choice I." are.
            guard let next = rest.first(where: { !$0.isWhitespace }), next.isLetter else { return true }
            let word = rest.drop { $0.isWhitespace }.prefix { $0.isLetter }
            return ["is", "and", "or"].contains(word)
        case "1", "2", "3", "4", "5", "6", "7", "8", "9":
            // "answers 2 queries" counts, "choice 1.5" measures.
            let next = rest.first, afterNext = rest.dropFirst().first
            return noun != "answers" && !((next == "." || next == ",") && afterNext?.isNumber == true) && next != "-"
        default: return false
        }
    }

    /// The text with code spans and fenced blocks replaced by a backtick each.
    private static func withoutCode(_ markdown: String) -> String {
        var kept = "", paragraph = "", fence: Substring?
        for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
            let marker = fenceMarker(of: line)
            if let open = fence {
                if let marker, marker.first == open.first, marker.count >= open.count { fence = nil }
            } else if let marker {
                fence = marker
                paragraph += "`\n"
            } else if String(line).isBlank {
                kept += withoutSpans(paragraph) + "\n"
                paragraph = ""
            } else {
                paragraph += line + "\n"
            }
        }
        return kept + withoutSpans(paragraph)
    }

    private static func fenceMarker(of line: Substring) -> Substring? {
        let text = line.drop { $0 == " " }
        guard let first = text.first, first == "`" || first == "~" else { return nil }
        let marker = text.prefix { $0 == first }
        return marker.count >= 3 ? marker : nil
    }

    /// A span runs from a row of backticks to the next row of the same length in the paragraph.
    private static func withoutSpans(_ paragraph: String) -> String {
        var kept = "", rest = paragraph[...]
        while let start = rest.firstIndex(of: "`") {
            kept += rest[..<start]
            let row = rest[start...].prefix { $0 == "`" }
            rest = rest[row.endIndex...]
            kept += "`"
            var inside = rest
            while let next = inside.firstIndex(of: "`") {
                let closing = inside[next...].prefix { $0 == "`" }
                inside = inside[closing.endIndex...]
                if closing.count == row.count {
                    rest = inside
                    break
                }
            }
        }
        return kept + rest
    }
}

extension Substring {
    fileprivate var trimmed: Substring {
        let text = drop { $0.isWhitespace }
        return text.lastIndex { !$0.isWhitespace }.map { text[...$0] } ?? ""
    }
}
