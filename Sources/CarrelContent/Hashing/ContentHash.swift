import CarrelCore
import CarrelJSON

/// What tells one state of a catalogue value from another: SHA-256 of its JSON, which has one form only.
public enum ContentHash {
    /// - Throws: `EncodingError`, which no catalogue value causes.
    public static func hex(of value: some Encodable) throws -> String { SHA256.hex(of: try JSONText.bytes(of: value)) }
}

/// Ids for options whose author gave none.
public enum DerivedID {
    /// `o-` and the first 8 hex digits of SHA-256 of the text: the same text always has the same id.
    public static func of(_ text: String) -> String { "o-" + SHA256.hex(of: text.utf8).prefix(8) }
}
