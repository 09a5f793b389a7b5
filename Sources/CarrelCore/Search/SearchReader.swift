/// A typed search, and what of it could not be understood.
public struct ReadSearch: Hashable, Sendable {
    public var query: SearchQuery
    public var faults: [SearchFault]

    public init(query: SearchQuery, faults: [SearchFault] = []) {
        self.query = query
        self.faults = faults
    }
}

extension SearchQuery {
    /// Reads what was typed, so far; anything can be read.
    ///
    /// - `router` finds every word that begins so; `"router"` and a word of one or two letters only that word. A word
    ///   that is still being typed, with no space behind it, is a beginning however short it is, and so is `c*`.
    /// - `"half open"` is a phrase; one whose closing quote is not typed yet ends in a beginning.
    /// - `field:value` narrows the result (`SearchField`); a value of several words stands in quotes. Of a field whose
    ///   values are known their beginning will do: `difficulty:adv`; one of several values' means any of them.
    /// - `-` before any of these excludes it.
    /// - What only looks like a field is searched for: `http://x`, `::1`, `std::vector`, `10:30`, `Note:`.
    public static func read(_ text: String) -> ReadSearch {
        var reader = SearchReader(text)
        return reader.read()
    }
}

/// Reads a search from left to right.
struct SearchReader {
    /// Words of fewer letters stand for themselves, since nearly everything begins with them.
    static let wholeBelow = 3

    private let characters: [Character]
    private var place = 0
    private var out = ReadSearch(query: SearchQuery())

    init(_ text: String) {
        // A private character marks fields in the index; nobody can type one, and none is searched for.
        characters = Array(String(String.UnicodeScalarView(text.unicodeScalars.map { $0.isOrdinary ? $0 : " " })))
    }

    mutating func read() -> ReadSearch {
        while true {
            _ = take { $0.isWhitespace }
            guard place < characters.count else { return out }
            let isExcluded = characters[place] == "-" && place + 1 < characters.count
            if isExcluded { place += 1 }
            readPart(isExcluded: isExcluded)
        }
    }

    private mutating func readPart(isExcluded: Bool) {
        if next == "\"" { return add(quoted(), isExcluded) }
        let start = place
        let name = String(take { $0.isASCII && $0.isLetter })
        if next == ":", !name.isEmpty {
            place += 1
            if readField(name, isExcluded: isExcluded) { return }
        }
        place = start
        let word = String(take { !$0.isWhitespace && $0 != "\"" })
        let isOpen = place == characters.count
        if word.hasSuffix("*") { return add(Term(trimmed(word), isPrefix: true), isExcluded) }
        add(Term(word, isPrefix: isOpen || word.count >= Self.wholeBelow), isExcluded)
    }

    private typealias Term = SearchQuery.Term

    private var next: Character? { place < characters.count ? characters[place] : nil }

    private mutating func take(while admits: (Character) -> Bool) -> ArraySlice<Character> {
        let start = place
        while place < characters.count, admits(characters[place]) { place += 1 }
        return characters[start..<place]
    }

    private func trimmed(_ word: String) -> String {
        var word = Substring(word)
        while word.last == "*" { word.removeLast() }
        return String(word)
    }

    /// From the opening quote on.
    private mutating func quoted() -> Term {
        place += 1
        let text = take { $0 != "\"" }.split { $0.isWhitespace }.map { String($0) }.joined(separator: " ")
        guard next != nil else { return Term(text, isPrefix: true) }
        place += 1
        guard next == "*" else { return Term(text, isPrefix: false) }
        place += 1
        return Term(text, isPrefix: true)
    }

    private mutating func add(_ term: Term, _ isExcluded: Bool) {
        // What holds no letter and no digit is in no index.
        guard term.text.unicodeScalars.contains(where: \.isIndexed) else { return }
        if isExcluded {
            if !out.query.excluded.contains(term) { out.query.excluded.append(term) }
        } else if !out.query.terms.contains(term) {
            out.query.terms.append(term)
        }
    }

    // MARK: Fields

    /// From behind the colon on; false where this is no field.
    private mutating func readField(_ name: String, isExcluded: Bool) -> Bool {
        let isQuoted = next == "\""
        let value = isQuoted ? quoted().text : String(take { !$0.isWhitespace })
        guard let field = SearchField(name: name) else { return readUnknown(name, value) }
        guard let first = value.first else { return true }
        guard isQuoted || !"/:".contains(first) else { return false }
        let known = enter(value, of: field, isExcluded: isExcluded)
        if !known { fault(.unknownValue(value, of: field)) }
        return true
    }

    private mutating func readUnknown(_ name: String, _ value: String) -> Bool {
        guard value.first?.isLetter == true else { return false }
        let nearest = NearestName.to(name, among: SearchField.allCases.map(\.rawValue))
        fault(.unknownField(name, nearest: nearest.flatMap(SearchField.init(name:))))
        return true
    }

    private mutating func fault(_ fault: SearchFault) {
        if !out.faults.contains(fault) { out.faults.append(fault) }
    }

    private mutating func enter(_ value: String, of field: SearchField, isExcluded: Bool) -> Bool {
        var conditions = isExcluded ? out.query.filter.excluded : out.query.filter.wanted
        defer {
            if isExcluded { out.query.filter.excluded = conditions } else { out.query.filter.wanted = conditions }
        }
        switch field {
        case .tag: conditions.tags.insert(value)
        case .company: conditions.companies.insert(value)
        case .channel: conditions.channels.insert(value)
        case .certification: conditions.certifications.insert(value)
        case .kind: return Self.enter(value, into: &conditions.kinds, of: QuestionKind.allCases)
        case .difficulty: return Self.enter(value, into: &conditions.difficulties, of: Difficulty.ofQuestions)
        case .status: return Self.enter(value, into: &conditions.statuses, of: QuestionStatus.allCases)
        }
        return true
    }

    /// Enters the value of that name, or all that begin so; false where there is none.
    private static func enter<Value: RawRepresentable & Hashable>(
        _ text: String, into values: inout Set<Value>, of known: [Value]
    ) -> Bool where Value.RawValue == String {
        let text = text.lowercased()
        let meant = known.filter { $0.rawValue == text }
        let found = meant.isEmpty ? known.filter { $0.rawValue.hasPrefix(text) } : meant
        values.formUnion(found)
        return !found.isEmpty
    }

    /// Whether `word` reads as nothing but itself.
    static func isPlainWord(_ word: String) -> Bool {
        let read = SearchQuery.read(word + " x")
        return read.faults.isEmpty && read.query.terms.first?.text == word
            && read.query.terms.count == 2 && read.query.excluded.isEmpty && read.query.filter.isEmpty
    }
}

extension Unicode.Scalar {
    /// Neither a control character nor a private one.
    fileprivate var isOrdinary: Bool {
        switch properties.generalCategory {
        case .control, .privateUse, .unassigned, .surrogate: false
        default: true
        }
    }

    /// A letter or a digit, as the search index has them.
    fileprivate var isIndexed: Bool {
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber:
            true
        default: false
        }
    }
}
