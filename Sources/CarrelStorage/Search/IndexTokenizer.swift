import CSQLite

/// Takes text apart into words as the full-text index does: FTS5's own tokenizer, set up the same way.
final class IndexTokenizer {
    /// A word of a text.
    struct Token: Equatable {
        /// Folded: small letters without diacritics.
        var text: String
        /// Where it stands, in UTF-8 bytes from the beginning.
        var bytes: Range<Int>
    }

    private let tokenizer: fts5_tokenizer
    private let handle: OpaquePointer

    /// As `questionSearch` names it in the schema.
    static let definition = ["unicode61", "remove_diacritics", "2"]

    init(_ database: Database) throws {
        let api = try FullTextSearch.api(of: database)
        var tokenizer = fts5_tokenizer()
        var data: UnsafeMutableRawPointer?
        guard api.pointee.xFindTokenizer?(api, Self.definition[0], &data, &tokenizer) == SQLITE_OK,
            let handle = Self.create(tokenizer, data)
        else { throw StoreError.missingFeature("FTS5's tokenizer \(Self.definition[0])") }
        self.tokenizer = tokenizer
        self.handle = handle
    }

    deinit { tokenizer.xDelete?(handle) }

    private static func create(_ tokenizer: fts5_tokenizer, _ data: UnsafeMutableRawPointer?) -> OpaquePointer? {
        var handle: OpaquePointer?
        let code = definition[1].withCString { option in
            definition[2].withCString { value in
                var arguments: [UnsafePointer<CChar>?] = [option, value]
                return tokenizer.xCreate?(data, &arguments, Int32(arguments.count), &handle)
            }
        }
        return code == SQLITE_OK ? handle : nil
    }

    /// The words of `text`, in order.
    func tokens(of text: String) -> [Token] {
        var text = text
        var tokens: [Token] = []
        text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                withUnsafeMutablePointer(to: &tokens) { tokens in
                    _ = tokenizer.xTokenize?(
                        handle, tokens, FTS5_TOKENIZE_AUX, characters.baseAddress, Int32(clamping: characters.count),
                        { tokens, _, word, length, start, end in
                            let word = UnsafeRawBufferPointer(start: word, count: Int(length))
                            tokens?.assumingMemoryBound(to: [Token].self).pointee.append(
                                Token(text: String(decoding: word, as: UTF8.self), bytes: Int(start)..<Int(end)))
                            return SQLITE_OK
                        })
                }
            }
        }
        return tokens
    }
}
