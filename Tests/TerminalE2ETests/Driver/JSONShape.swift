import CarrelJSON

/// JSON of any form.
enum JSONValue: Decodable {
    case null
    case bool(Bool)
    case number(Double)
    case text(String)
    case list([JSONValue])
    case object([String: JSONValue])

    init(from decoder: any Decoder) throws {
        if let members = try? [String: JSONValue](from: decoder) {
            self = .object(members)
        } else if let elements = try? [JSONValue](from: decoder) {
            self = .list(elements)
        } else {
            let value = try decoder.singleValueContainer()
            if value.decodeNil() {
                self = .null
            } else if let bool = try? value.decode(Bool.self) {
                self = .bool(bool)
            } else if let number = try? value.decode(Double.self) {
                self = .number(number)
            } else {
                self = .text(try value.decode(String.self))
            }
        }
    }

    /// What kind of value it is, as the manual tells kinds apart.
    var kind: String {
        switch self {
        case .null: "null"
        case .bool: "true or false"
        case .number: "number"
        case .text: "text"
        case .list: "list"
        case .object: "object"
        }
    }
}

/// A shape as help documents it: `[{id, title?, parts: [{name}], tags: [text]}]`.
indirect enum JSONShape: Equatable {
    case scalar
    case list(JSONShape)
    case object([Member])

    struct Member: Equatable {
        var name: String
        var isOptional: Bool
        var shape: JSONShape
    }

    init(_ text: String) throws {
        var rest = Substring(text)
        self = try Self.shape(&rest)
        guard rest.isEmpty else { throw Shell.Failure(description: "no shape: \(rest)") }
    }

    private static func shape(_ rest: inout Substring) throws -> JSONShape {
        if rest.first == "[" {
            rest.removeFirst()
            let element = try shape(&rest)
            try take("]", &rest)
            return .list(element)
        }
        guard rest.first == "{" else {
            _ = try word(&rest)
            return .scalar
        }
        var members: [Member] = []
        repeat {
            rest.removeFirst()
            rest = rest.drop { $0 == " " }
            var member = Member(name: try word(&rest), isOptional: false, shape: .scalar)
            if rest.first == "?" {
                rest.removeFirst()
                member.isOptional = true
            }
            if rest.first == ":" {
                rest = rest.dropFirst().drop { $0 == " " }
                member.shape = try shape(&rest)
            }
            members.append(member)
        } while rest.first == ","
        try take("}", &rest)
        return .object(members)
    }

    private static func word(_ rest: inout Substring) throws -> String {
        let word = rest.prefix { $0.isLetter || $0.isNumber }
        guard !word.isEmpty else { throw Shell.Failure(description: "a name was expected: \(rest)") }
        rest.removeFirst(word.count)
        return String(word)
    }

    private static func take(_ character: Character, _ rest: inout Substring) throws {
        guard rest.first == character else { throw Shell.Failure(description: "\(character) was expected: \(rest)") }
        rest.removeFirst()
    }

    /// Every member in it by the way that leads there: `questions[].id`.
    func paths(_ here: String = "") -> Set<String> {
        switch self {
        case .scalar: []
        case .list(let element): element.paths(here + "[]")
        case .object(let members):
            members.reduce(into: []) { $0.formUnion(["\(here).\($1.name)"] + $1.shape.paths("\(here).\($1.name)")) }
        }
    }
}

/// JSON held against its shape.
struct JSONComparison {
    private(set) var faults: [String] = []
    /// The members that were there, and what kind of value each had.
    private(set) var kinds: [String: Set<String>] = [:]

    mutating func compare(_ value: JSONValue, with shape: JSONShape, at here: String = "") {
        switch (value, shape) {
        case (.bool, .scalar), (.number, .scalar), (.text, .scalar): break
        case (.list(let elements), .list(let element)):
            for value in elements { compare(value, with: element, at: here + "[]") }
        case (.object(let values), .object(let members)):
            for member in members {
                let path = "\(here).\(member.name)"
                guard let value = values[member.name] else {
                    if !member.isOptional { faults.append("\(path) is missing") }
                    continue
                }
                kinds[path, default: []].insert(value.kind)
                compare(value, with: member.shape, at: path)
            }
            let undocumented = Set(values.keys).subtracting(members.map(\.name))
            faults += undocumented.sorted().map { "\(here).\($0) is not documented" }
        default: faults.append("\(here.isEmpty ? "the value" : here) is of another form: \(value.kind)")
        }
    }
}
