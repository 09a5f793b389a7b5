import CarrelCore
import CarrelTerminal

/// One row of a list as it is drawn.
struct ListRow: Equatable, Sendable {
    enum Kind: Equatable, Sendable {
        case item
        /// An action that stands first.
        case action
        case heading
        case blank
        /// Text that cannot be selected.
        case note
    }

    var kind = Kind.item
    /// A state's glyph, one column.
    var glyph: String?
    var glyphStyle: Style = .muted
    /// What the glyph says where that is not what it says elsewhere.
    var state: String?
    var label: String
    /// Characters of the label that were typed, counted from 0.
    var marked: [Int] = []
    /// Of a note's text.
    var noteStyle: Style = .muted
    /// Right-aligned, the last at the edge; the first to go when there is no room.
    var details: [String] = []
    /// Shown at the edge, after the details: a bar where there is room, and its number always.
    var share: Share?

    var isSelectable: Bool { kind == .item || kind == .action }

    /// The row in words: its state first.
    func heard(_ glyphs: Glyphs) -> String {
        var state = state ?? glyph.flatMap(glyphs.word)
        if let word = state, ([label] + details).contains(where: { $0.says(word) }) { state = nil }
        let facts = details.map { glyphs.heard(Self.spelled($0)) }
        let parts = [state, glyphs.heard(label)] + facts + [share.map { "\($0.percent) % right" }]
        return parts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: ", ")
    }

    /// `3/14 seen` as `3 of 14 seen`.
    private static func spelled(_ detail: String) -> String {
        let parts = detail.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
        let numbers = parts[0].split(separator: "/", omittingEmptySubsequences: false)
        guard numbers.count == 2, numbers.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isNumber) }) else {
            return detail
        }
        return ([numbers.joined(separator: " of ")] + parts.dropFirst().map(String.init)).joined(separator: " ")
    }

    static func heading(_ text: String) -> ListRow { ListRow(kind: .heading, label: text) }
    static func note(_ text: String) -> ListRow { ListRow(kind: .note, label: text) }
}
