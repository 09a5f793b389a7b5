import CarrelCore

/// Markdown text with its code left out, searched for the names of options.
struct Prose: Equatable {
    private let text: String

    /// Nil when the text, code and all, names nothing: most texts do not, and then nothing is copied.
    init?(_ markdown: String) {
        guard Self.hasBraces(markdown) || Self.firstLetteredOption(in: markdown) != nil else { return nil }
        text = Self.withoutCode(markdown)
    }

    /// What stands between `{{` and `}}`, without white space around it.
    var references: [String] {
        var references: [String] = [], rest = text[...]
        while let opening = rest.firstOccurrence(of: "{{") {
            rest = rest[opening.upperBound...]
            guard let closing = rest.firstOccurrence(of: "}}") else { break }
            references.append(String(rest[..<closing.lowerBound].trimmed))
            rest = rest[closing.upperBound...]
        }
        return references
    }

    /// The first phrase that names an option by letter or number, e.g. `option B`, `choices 1`.
    var letteredOption: String? { Self.firstLetteredOption(in: text).map(String.init) }

    /// Whether `{{` is anywhere in the text; among its bytes, since every text of a pack is asked.
    private static func hasBraces(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            var previous: UInt8 = 0
            for byte in bytes {
                if byte == 0x7B, previous == 0x7B { return true }
                previous = byte
            }
            return false
        }
    }

    private static func firstLetteredOption(in text: String) -> Substring? {
        for offset in nounOffsets(in: text) {
            let start = text.utf8.index(text.startIndex, offsetBy: offset)
            if let phrase = phrase(at: text[start...]) { return phrase }
        }
        return nil
    }

    /// Where a word begins with one of the nouns, in UTF-8 bytes; looked for among the bytes, as above.
    private static func nounOffsets(in text: String) -> [Int] {
        var text = text
        return text.withUTF8 { bytes in
            var offsets: [Int] = []
            var last: UInt64 = 0
            for index in bytes.indices {
                // The last seven bytes, letters in lower case, white space and controls as spaces or higher.
                last = (last << 8 | UInt64(bytes[index] | 0x20)) & 0xFF_FFFF_FFFF_FFFF
                switch last & 0xFFFF_FFFF_FFFF {
                case 0x6F70_7469_6F6E, 0x616E_7377_6572, 0x6368_6F69_6365:  // option, answer, choice
                    if !(0x61...0x7A).contains(last >> 48) { offsets.append(index - 5) }
                default: break
                }
            }
            return offsets
        }
    }

    /// A noun at the beginning of the text together with the label behind it.
    private static func phrase(at text: Substring) -> Substring? {
        let noun = text.prefix { $0.isLetter }
        guard noun.count == 6 || (noun.count == 7 && noun.hasSuffix("s")) else { return nil }
        let gap = text[noun.endIndex...].prefix { $0.isWhitespace || "*_([\"'“‘".contains($0) }
        let label = text[gap.endIndex...].prefix { $0.isLetter || $0.isNumber }
        guard gap.contains(where: \.isWhitespace), label.count == 1 else { return nil }
        guard isLabel(label, before: text[label.endIndex...], isCounted: noun.lowercased() == "answers") else {
            return nil
        }
        return text[..<label.endIndex]
    }

    /// Whether a single letter or digit labels an option; it counts something when it follows a verb like `answers`.
    private static func isLabel(_ label: Substring, before rest: Substring, isCounted: Bool) -> Bool {
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
            return !isCounted && !((next == "." || next == ",") && afterNext?.isNumber == true) && next != "-"
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
