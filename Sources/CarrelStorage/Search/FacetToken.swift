import CarrelCore

/// What lists filter by, as words of the index's last column, so that a search's MATCH does the intersection.
///
/// A token begins with a private character that tells its field, which no text that is searched for can hold; letters
/// and digits of the value follow as they are (the index folds case and accents), and everything else by its number.
enum FacetToken {
    enum Field: UInt8, CaseIterable {
        case tag, kind, channel, certification, difficulty, company, mark, every

        /// U+E000 for the first, and so on.
        fileprivate var mark: String { String(decoding: [0xEE, 0x80, 0x80 | rawValue], as: UTF8.self) }
    }

    static func token(_ field: Field, _ value: String) -> String {
        var out = field.mark.unicodeScalars
        guard value.utf8.contains(where: { !isWord($0) }) else { return field.mark + value }
        for scalar in value.unicodeScalars {
            if scalar.isASCII ? isWord(UInt8(scalar.value)) : scalar.properties.isAlphabetic && !isMark(scalar) {
                out.append(scalar)
            } else {
                out.append(separator)
                out.append(contentsOf: String(scalar.value, radix: 16).unicodeScalars)
                out.append(separator)
            }
        }
        return String(out)
    }

    /// Every document has it: what a search that only excludes something goes through.
    static let every = token(.every, "all")

    static func tokens(of question: Question, marks: QuestionMarks) -> String {
        var tokens = [
            every, token(.kind, question.kind.rawValue), token(.difficulty, question.difficulty.rawValue),
            token(question.certification == nil ? .channel : .certification, question.channel),
        ]
        tokens += question.tags.map { token(.tag, $0) } + question.companies.map { token(.company, $0) }
        tokens += marks.statuses.map { token(.mark, $0.rawValue) }
        return tokens.joined(separator: " ")
    }

    private static let separator: Unicode.Scalar = "\u{E0FF}"

    /// Whether an ASCII character stays as it is.
    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x61...0x7A, 0x41...0x5A, 0x30...0x39: true
        default: false
        }
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark, .otherSymbol, .otherNumber: true
        default: false
        }
    }
}

/// What the learner keeps about a question, as far as lists ask for it.
struct QuestionMarks: OptionSet, Hashable {
    var rawValue: Int

    static let bookmarked = QuestionMarks(rawValue: 1)
    static let noted = QuestionMarks(rawValue: 2)
    static let mine = QuestionMarks(rawValue: 4)
    static let suspended = QuestionMarks(rawValue: 8)

    private static let named: [(mark: QuestionMarks, status: QuestionStatus)] = [
        (.bookmarked, .bookmarked), (.noted, .noted), (.mine, .mine), (.suspended, .suspended),
    ]

    init(rawValue: Int) { self.rawValue = rawValue }

    /// Nil for a status that is no mark.
    init?(_ status: QuestionStatus) {
        guard let named = Self.named.first(where: { $0.status == status }) else { return nil }
        self = named.mark
    }

    var statuses: [QuestionStatus] { Self.named.filter { contains($0.mark) }.map(\.status) }
}
