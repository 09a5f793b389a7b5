import FoundationEssentials

/// JSON as the command line prints it: keys sorted, indented by two spaces, slashes as they are.
public enum JSONOutput {
    /// - Throws: `EncodingError` for a value JSON cannot hold, e.g. a number that is not finite.
    public static func string(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}
