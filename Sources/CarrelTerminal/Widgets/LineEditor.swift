/// A text field as a value: a text and a caret in it.
///
/// It takes the editing keys everybody expects and leaves all others to its screen. The caret counts grapheme
/// clusters, so a key never lands inside an accented letter or an emoji.
public struct LineEditor: Equatable, Sendable {
    /// Bytes a text may have that is typed or pasted: 64 KiB.
    public static let largestText = 64 * 1024

    public private(set) var text: String
    /// The cluster the caret stands before: 0 to the number of clusters in `text`.
    public private(set) var caret: Int
    public var allowsNewlines: Bool
    /// Some of what was typed or pasted last found no room.
    public private(set) var isCut = false
    /// The column ↑ and ↓ aim for; kept while they follow each other.
    private var goal: Int?

    /// A field with the caret at the end of `text`.
    public init(text: String = "", allowsNewlines: Bool = false) {
        self.allowsNewlines = allowsNewlines
        self.text = ""
        caret = 0
        insert(text, most: .max)
    }

    /// What a screen says of a text that is cut.
    public static var cutWords: String { "a text has at most \(largestText / 1024) KiB: the rest is left out" }

    public var isEmpty: Bool { text.isEmpty }

    public mutating func clear() { self = LineEditor(allowsNewlines: allowsNewlines) }

    /// Replaces the text and puts the caret at its end.
    public mutating func replace(with text: String) { self = LineEditor(text: text, allowsNewlines: allowsNewlines) }

    /// Moves the caret to a cluster, held inside the text.
    public mutating func moveCaret(to index: Int) {
        goal = nil
        caret = min(max(0, index), text.count)
    }

    /// Carries out an editing key; false when the key means nothing here.
    ///
    /// `←` `→` Home End `^A` `^E` move, Backspace Delete `^W` `^K` `^U` erase; `↑` `↓` move between lines wrapped at
    /// `columns`, and are not taken on the first and last of them. Enter and `^J` make a new line where the field
    /// allows one; elsewhere they are not taken.
    ///
    /// - Parameter columns: The width the field is drawn with; by default only line ends separate lines.
    public mutating func handle(_ key: Key, columns: Int = .max) -> Bool {
        isCut = false
        if key == .up || key == .down { return moveLine(key == .up ? -1 : 1, columns: columns) }
        goal = nil
        switch key {
        case .char(let character): insert(String(character))
        case .enter, .newline:
            guard allowsNewlines else { return false }
            insert("\n")
        case .left: caret = max(0, caret - 1)
        case .right: caret = min(text.count, caret + 1)
        case .home, .control("a"): caret = lineStart
        case .end, .control("e"): caret = lineEnd
        case .backspace: erase(max(0, caret - 1)..<caret)
        case .delete: erase(caret..<min(text.count, caret + 1))
        case .control("w"): erase(wordStart..<caret)
        case .control("u"): erase(lineStart..<caret)
        case .control("k"):
            // At the end of a line the line end goes, as in every editor with this key.
            let end = lineEnd
            erase(caret..<(end == caret ? min(text.count, caret + 1) : end))
        default: return false
        }
        return true
    }

    /// Inserts text at the caret: line ends are kept or, in a one-line field, become spaces; tabs become spaces;
    /// other control characters and escape sequences are dropped. What is beyond `largestText` is left out.
    public mutating func insert(_ inserted: String) { insert(inserted, most: Self.largestText) }

    private mutating func insert(_ inserted: String, most: Int) {
        goal = nil
        var clean = ""
        for character in EscapeSequences.removed(from: inserted) {
            switch character {
            case "\n", "\r\n", "\r", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}":
                clean.append(allowsNewlines ? "\n" : " ")
            case "\t": clean.append(allowsNewlines ? String(repeating: " ", count: TextLayout.tabStop) : " ")
            case _ where character.unicodeScalars.allSatisfy { $0.properties.generalCategory == .control }: continue
            default: clean.append(character)
            }
        }
        let room = max(0, most - text.utf8.count)
        isCut = clean.utf8.count > room
        if isCut { clean = clean.prefix(bytes: room) }
        let index = text.index(text.startIndex, offsetBy: caret)
        let head = text[..<index] + clean
        replaceText(String(head) + text[index...], caretAfter: head.utf8.count)
    }

    private mutating func erase(_ range: Range<Int>) {
        guard !range.isEmpty else { return }
        let start = text.index(text.startIndex, offsetBy: range.lowerBound)
        let end = text.index(start, offsetBy: range.count)
        let head = text[..<start]
        replaceText(String(head) + text[end...], caretAfter: head.utf8.count)
    }

    /// What meets at the caret may join into one cluster, a letter and a lone accent for example: the caret then
    /// stands after it.
    private mutating func replaceText(_ text: String, caretAfter bytes: Int) {
        self.text = text
        let place = text.utf8.index(text.startIndex, offsetBy: bytes)
        caret = 0
        var index = text.startIndex
        while index < place {
            index = text.index(after: index)
            caret += 1
        }
    }

    // MARK: Places

    private var lineStart: Int { clustersBeforeCaret { $0 != "\n" } }

    private var lineEnd: Int { caret + text.dropFirst(caret).prefix { $0 != "\n" }.count }

    private var wordStart: Int {
        let head = text.prefix(caret)
        let withoutSpaces = head.reversed().drop { $0.isWhitespace }
        return withoutSpaces.drop { !$0.isWhitespace }.count
    }

    private func clustersBeforeCaret(while belongs: (Character) -> Bool) -> Int {
        caret - text.prefix(caret).reversed().prefix(while: belongs).count
    }

    private mutating func moveLine(_ delta: Int, columns: Int) -> Bool {
        let layout = FieldLayout(text, columns: columns)
        let place = layout.place(of: caret)
        guard layout.rows.indices.contains(place.row + delta) else { return false }
        let column = goal ?? place.column
        caret = layout.caret(row: place.row + delta, column: column)
        goal = column
        return true
    }

    /// The rows the text takes when it is wrapped at `columns`; at least 1.
    ///
    /// - Parameter most: Rows that are of interest; a longer text is not laid out to its end.
    public func height(columns: Int, most: Int = .max) -> Int {
        // A row may end in a space that has no column.
        let (clusters, isBeyond) = max(1, most).multipliedReportingOverflow(by: max(1, columns) + 1)
        guard !isBeyond, clusters < text.utf8.count else { return FieldLayout(text, columns: columns).rows.count }
        return min(most, FieldLayout(String(text.prefix(clusters + 1)), columns: columns).rows.count)
    }
}

extension String {
    /// As many of its first characters as fit into so many bytes.
    fileprivate func prefix(bytes: Int) -> String {
        var left = bytes
        return String(
            prefix { character in
                left -= character.utf8.count
                return left >= 0
            })
    }
}
