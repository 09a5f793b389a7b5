import CStemmer

/// Snowball's English stemmer (Porter2): words with the same stem are forms of one word.
///
/// Owns a C object that is rewritten by every call, so one stemmer belongs to one task at a time.
public final class EnglishStemmer {
    private let stemmer: OpaquePointer

    /// - Throws: `StemmerUnavailable` when libstemmer was built without English, or memory has run out.
    public init() throws(StemmerUnavailable) {
        guard let stemmer = sb_stemmer_new("english", "UTF_8") else { throw StemmerUnavailable() }
        self.stemmer = stemmer
    }

    deinit { sb_stemmer_delete(stemmer) }

    /// The stem of a word in lower case, `polici` for both `policy` and `policies`; a stem need not be a word.
    ///
    /// A word that libstemmer has no room for is its own stem.
    public func stem(_ word: String) -> String {
        var word = word
        let stem: String? = word.withUTF8 { bytes in
            guard let size = Int32(exactly: bytes.count),
                let symbols = sb_stemmer_stem(stemmer, bytes.baseAddress, size)
            else { return nil }
            // The symbols are the stemmer's own and last until its next call: they are copied here.
            let length = Int(sb_stemmer_length(stemmer))
            return String(decoding: UnsafeBufferPointer(start: symbols, count: length), as: UTF8.self)
        }
        return stem ?? word
    }
}

/// Typed answers cannot be compared by stems on this system.
public struct StemmerUnavailable: Error, Equatable, CustomStringConvertible {
    public init() {}

    public var description: String {
        "libstemmer offers no English stemmer here; install Debian's libstemmer0d, or free some memory"
    }
}
