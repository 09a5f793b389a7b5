/// One place of a canvas: what it shows and how.
struct Cell: Equatable {
    static let blank = Cell(text: .space, style: .text)

    var text: CellText
    var style: Style

    /// Whether this is the second column of a wide glyph.
    var isContinuation: Bool { text.columns == 0 }
}

/// A place on a canvas, counted from 0 at the top left.
public struct Position: Hashable, Sendable {
    public var x: Int
    public var y: Int

    public init(x: Int, y: Int) {
        self.x = x
        self.y = y
    }
}
