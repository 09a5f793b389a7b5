/// What lines are compared by: `2,3nr`.
struct SortKey {
    struct Order {
        var isNumeric = false, isHuman = false, isReversed = false, foldsCase = false, skipsBlanks = false
        var isDictionary = false

        init(_ letters: some Collection<Character>) {
            isNumeric = letters.contains("n")
            isHuman = letters.contains("h")
            isReversed = letters.contains("r")
            foldsCase = letters.contains("f")
            skipsBlanks = letters.contains("b")
            isDictionary = letters.contains("d")
        }
    }

    /// A field and a character in it, from 1; the character 0 is the end of the field.
    private struct Place { var field: Int, character: Int }

    /// What a line has to show for a key.
    struct Part {
        var text: String
        var number = 0.0
        /// The power of 1,024 that a letter behind the number means.
        var unit = 0
        var isNumber = false
    }

    private(set) var order: Order
    private var from = Place(field: 1, character: 1)
    private var to: Place?

    /// The whole line.
    init(_ order: Order) { self.order = order }

    /// - Parameter common: What holds where the key names nothing of its own.
    init(_ text: String, _ common: Order) throws(Complaint) {
        let ends = text.split(separator: ",", maxSplits: 1, omittingEmptySubsequences: false)
        var letters = ""
        func place(_ end: Substring, _ character: Int) throws(Complaint) -> Place {
            let field = end.prefix { $0.isASCII && $0.isNumber }
            var rest = end[field.endIndex...], place = Place(field: Arguments.count(field) ?? 0, character: character)
            if rest.first == "." {
                let digits = rest.dropFirst().prefix { $0.isASCII && $0.isNumber }
                place.character = Arguments.count(digits) ?? 0
                rest = rest[digits.endIndex...]
            }
            guard place.field > 0 else {
                if !field.isEmpty {
                    throw Complaint("sort: field number is zero: invalid field specification '\(text)'")
                }
                let place = character == 1 ? "at field start" : "after ','"
                throw Complaint("sort: invalid number \(place): invalid count at start of '\(end)'")
            }
            for letter in rest where !"bdfhnr".contains(letter) {
                if "giMRV".contains(letter) { throw Arguments.beyond("sort", "-k with \(letter)") }
                throw Complaint("sort: stray character in field spec: invalid field specification '\(text)'")
            }
            letters += rest
            return place
        }
        from = try place(ends[0], 1)
        if ends.count > 1 { to = try place(ends[1], 0) }
        order = letters.isEmpty ? common : Order(letters)
    }

    /// Without a separator a field begins with the blanks before it.
    func part(of line: String, _ separator: Character?) -> Part {
        var text = line
        if from.field > 1 || from.character > 1 || to != nil {
            let characters = Array(line), fields = Self.fields(characters, separator)
            let begin = place(from, in: fields, characters, isEnd: false)
            let end = to.map { place($0, in: fields, characters, isEnd: true) } ?? characters.count
            text = begin < end ? String(characters[begin..<end]) : ""
        }
        if order.skipsBlanks { text = String(text.drop { $0 == " " || $0 == "\t" }) }
        var part = Part(text: text)
        if order.isNumeric || order.isHuman { part.read(isHuman: order.isHuman) }
        if order.isDictionary { text.removeAll { !($0.isLetter || $0.isNumber || $0 == " " || $0 == "\t") } }
        part.text = order.foldsCase ? text.uppercased() : text
        return part
    }

    private func place(_ place: Place, in fields: [Range<Int>], _ characters: [Character], isEnd: Bool) -> Int {
        guard place.field <= fields.count else { return characters.count }
        let field = fields[place.field - 1]
        if isEnd, place.character == 0 { return field.upperBound }
        var start = field.lowerBound
        if order.skipsBlanks {
            while start < field.upperBound, characters[start] == " " || characters[start] == "\t" { start += 1 }
        }
        let passed = isEnd ? place.character : place.character - 1
        return passed < characters.count - start ? max(start, start + passed) : characters.count
    }

    private static func fields(_ characters: [Character], _ separator: Character?) -> [Range<Int>] {
        var fields: [Range<Int>] = [], start = 0
        func isBlank(_ place: Int) -> Bool { characters[place] == " " || characters[place] == "\t" }
        for place in characters.indices {
            if let separator {
                guard characters[place] == separator else { continue }
                fields.append(start..<place)
                start = place + 1
            } else if place > 0, isBlank(place), !isBlank(place - 1) {
                fields.append(start..<place)
                start = place
            }
        }
        return fields + [start..<characters.count]
    }

    /// Below 0 where `one` comes first, above it where `other` does.
    static func compared(_ one: Part, _ other: Part) -> Int {
        if one.isNumber {
            let signs = (one.number.sign, other.number.sign)
            if one.unit != other.unit, one.number != 0, other.number != 0, signs.0 == signs.1 {
                return (one.unit < other.unit) == (one.number > 0) ? -1 : 1
            }
            return one.number < other.number ? -1 : one.number > other.number ? 1 : 0
        }
        return precedes(one.text, other.text) ? -1 : precedes(other.text, one.text) ? 1 : 0
    }

    static func precedes(_ one: String, _ other: String) -> Bool { one.utf8.lexicographicallyPrecedes(other.utf8) }
}

extension SortKey.Part {
    private static let units: [Character] = ["K", "M", "G", "T", "P", "E", "Z", "Y"]

    /// `-1.5`, `3K`: the number the text begins with; 0 without one.
    fileprivate mutating func read(isHuman: Bool) {
        isNumber = true
        let start = text.drop { $0 == " " || $0 == "\t" }, isNegative = start.first == "-"
        let rest = start.dropFirst(isNegative ? 1 : 0), digits = rest.prefix { $0.isASCII && $0.isNumber }
        var behind = rest[digits.endIndex...], fraction = Substring()
        if behind.first == "." {
            fraction = behind.dropFirst().prefix { $0.isASCII && $0.isNumber }
            behind = behind[fraction.endIndex...]
        }
        guard !digits.isEmpty || !fraction.isEmpty else { return }
        number = (Double("0\(digits).\(fraction)0") ?? 0) * (isNegative ? -1 : 1)
        if isHuman, let letter = behind.first {
            unit = Self.units.firstIndex(of: letter == "k" ? "K" : letter).map { $0 + 1 } ?? 0
        }
    }
}
