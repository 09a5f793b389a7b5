import CarrelCore

/// The labels options carry on screen: a, b, c … by where they stand, with 1, 2, 3 … as a second name.
enum OptionLabels {
    static let letters = Array("abcdefghi")

    static func label(at index: Int) -> String { letters.indices.contains(index) ? String(letters[index]) : "·" }

    /// The place that a typed letter (either case) or digit names among `count` options; nil when it names none.
    static func index(for character: Character, count: Int) -> Int? {
        let index: Int?
        if let digit = character.wholeNumberValue, character.isASCII, digit > 0 {
            index = digit - 1
        } else {
            index = letters.firstIndex(of: Character(character.lowercased()))
        }
        return index.flatMap { $0 < min(count, letters.count) ? $0 : nil }
    }

    /// Whether `character` can only be a label while a question is open, on screen or not.
    static func isReserved(_ character: Character) -> Bool {
        character.isASCII
            && (letters.contains(Character(character.lowercased())) || ("1"..."9").contains(character))
    }

    /// `text` with every `{{id}}` replaced by the label under which that option stands in `order`.
    static func resolve(_ text: String, order: [String]) -> String {
        resolve(text) { id in order.firstIndex(of: id).map { label(at: $0) } }
    }

    /// `text` with every `{{id}}` replaced by its label in bold, where it has one.
    static func resolve(_ text: String, label: (String) -> String?) -> String {
        guard text.holds("{{") else { return text }
        var out = ""
        var rest = Substring(text)
        while let start = rest.firstOccurrence(of: "{{"), let end = rest[start.upperBound...].firstOccurrence(of: "}}")
        {
            let id = rest[start.upperBound..<end.lowerBound].trimmingSpaces
            out += rest[..<start.lowerBound]
            if let label = label(id) {
                out += "**\(label)**"
            } else {
                out += rest[start.lowerBound..<end.upperBound]
            }
            rest = rest[end.upperBound...]
        }
        return out + rest
    }
}

extension Substring {
    fileprivate var trimmingSpaces: String {
        var text = self
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
