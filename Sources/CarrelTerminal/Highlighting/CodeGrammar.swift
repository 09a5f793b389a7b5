/// What tells the parts of a language of words apart.
struct CodeGrammar: Sendable {
    struct Quote: Sendable {
        var escapes = true
        var isOneLine = true
        /// Three of them quote over lines.
        var triples = false
        var kind = CodeKind.string
    }

    /// What comes after a word that makes it a name.
    enum NameRule: Sendable { case call, assignment }

    var keywords: Set<String>
    var ignoresCase = false
    var lineComments: [StaticString]
    var hasBlockComments = true
    var hasHeredocs = false
    /// By the byte of the quote.
    var quotes: [UInt8: Quote]
    var nameRule = NameRule.call
    /// Bytes that words have besides letters, digits and underscores.
    var wordParts: Set<UInt8> = []
    /// Bytes that make a name of the word they start.
    var wordStarts: Set<UInt8> = []

    func isWordPart(_ byte: UInt8) -> Bool { wordParts.contains(byte) }
    func isWordStart(_ byte: UInt8) -> Bool { wordStarts.contains(byte) }

    /// Whether the word that ends where `scanner` stands is a name by what follows it.
    func isName(before scanner: CodeScanner) -> Bool {
        switch nameRule {
        case .call: return scanner.peek() == 0x28
        case .assignment:
            var offset = 0
            // Keys are lined up with spaces, but not with hundreds.
            while offset < 80, scanner.peek(offset).isBlank { offset += 1 }
            return scanner.peek(offset) == 0x3D && scanner.peek(offset + 1) != 0x3D
        }
    }

    static let sql = CodeGrammar(
        keywords: [
            "add", "all", "alter", "analyze", "and", "any", "as", "asc", "avg", "begin", "between", "bigint", "boolean",
            "by", "cascade", "case", "check", "coalesce", "collate", "column", "commit", "constraint", "count",
            "create",
            "cross", "current_date", "current_timestamp", "database", "date", "default", "delete", "desc", "distinct",
            "drop", "else", "end", "except", "exists", "explain", "false", "fetch", "filter", "first", "following",
            "for",
            "foreign", "from", "full", "function", "grant", "group", "having", "if", "in", "index", "inner", "insert",
            "int", "integer", "intersect", "into", "is", "isolation", "join", "key", "last", "lateral", "left", "level",
            "like", "ilike", "limit", "materialized", "max", "min", "natural", "not", "null", "nulls", "numeric", "of",
            "offset", "on", "only", "or", "order", "outer", "over", "partition", "preceding", "primary", "procedure",
            "recursive", "references", "replace", "returning", "revoke", "right", "rollback", "row", "rows",
            "savepoint",
            "schema", "select", "serializable", "set", "share", "skip", "sum", "table", "temporary", "text", "then",
            "timestamp", "to", "transaction", "trigger", "true", "truncate", "unbounded", "union", "unique", "update",
            "using", "values", "varchar", "view", "when", "where", "window", "with", "without",
        ],
        ignoresCase: true, lineComments: ["--"],
        quotes: [
            0x27: Quote(escapes: false, isOneLine: false), 0x22: Quote(escapes: false, kind: .name),
            0x60: Quote(escapes: false, kind: .name),
        ])

    static let python = CodeGrammar(
        keywords: [
            "False", "None", "True", "and", "as", "assert", "async", "await", "break", "case", "class", "continue",
            "def",
            "del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda",
            "match", "nonlocal", "not", "or", "pass", "raise", "return", "self", "try", "while", "with", "yield",
        ],
        lineComments: ["#"], hasBlockComments: false, quotes: [0x22: Quote(triples: true), 0x27: Quote(triples: true)],
        wordStarts: [0x40])

    static let go = CodeGrammar(
        keywords: [
            "any", "bool", "break", "byte", "case", "chan", "const", "continue", "default", "defer", "else", "error",
            "fallthrough", "false", "float64", "for", "func", "go", "goto", "if", "import", "int", "int64", "interface",
            "iota", "map", "nil", "package", "range", "return", "rune", "select", "string", "struct", "switch", "true",
            "type", "uint", "uint64", "var",
        ],
        lineComments: ["//"], quotes: [0x22: Quote(), 0x27: Quote(), 0x60: Quote(escapes: false, isOneLine: false)])

    static let javascript = CodeGrammar(
        keywords: [
            "abstract", "any", "as", "async", "await", "boolean", "break", "case", "catch", "class", "const",
            "continue",
            "declare", "default", "delete", "do", "else", "enum", "export", "extends", "false", "finally", "for",
            "from",
            "function", "get", "if", "implements", "import", "in", "instanceof", "interface", "keyof", "let",
            "namespace",
            "never", "new", "null", "number", "of", "private", "protected", "public", "readonly", "return", "set",
            "static", "string", "super", "switch", "this", "throw", "true", "try", "type", "typeof", "undefined",
            "unknown", "var", "void", "while", "with", "yield",
        ],
        lineComments: ["//"], quotes: [0x22: Quote(), 0x27: Quote(), 0x60: Quote(isOneLine: false)],
        wordParts: [0x24], wordStarts: [0x40])

    static let hcl = CodeGrammar(
        keywords: [
            "backend", "bool", "check", "data", "dynamic", "else", "endfor", "endif", "false", "for", "for_each", "if",
            "import", "in", "lifecycle", "list", "local", "locals", "map", "module", "moved", "null", "number",
            "object",
            "output", "provider", "provisioner", "removed", "required_providers", "resource", "set", "string",
            "terraform", "true", "tuple", "var", "variable",
        ],
        lineComments: ["#", "//"], hasHeredocs: true, quotes: [0x22: Quote()], nameRule: .assignment, wordParts: [0x2D])
}
