/// What of a search could not be understood; the rest of it still counts.
public enum SearchFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// `foo:x`.
    case unknownField(String, nearest: SearchField?)
    /// `kind:frob`.
    case unknownValue(String, of: SearchField)

    public var description: String {
        switch self {
        case .unknownField(let name, let nearest):
            let known = SearchField.allCases.map(\.rawValue).joined(separator: ", ")
            let guess = nearest.map { " (\($0.rawValue)?)" } ?? ""
            return "no field \(name)\(guess): \(known); in quotes it is searched for"
        case .unknownValue(let value, let field):
            return "no \(field.rawValue):\(value): " + (field.values ?? []).joined(separator: ", ")
        }
    }
}
