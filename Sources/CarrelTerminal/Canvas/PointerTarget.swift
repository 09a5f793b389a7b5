/// A place on a frame that means something when it is clicked.
///
/// Whoever draws a thing says what a click on it means, so that no screen works out a second time where it drew.
public struct PointerTarget: Equatable, Sendable {
    public enum Meaning: Equatable, Sendable {
        /// As if the key had been pressed.
        case key(Key)
        /// The thing of that number, in the screen's own counting.
        case item(Int)
    }

    public var x: Int
    public var y: Int
    public var columns: Int
    public var meaning: Meaning

    public init(x: Int, y: Int, columns: Int, meaning: Meaning) {
        self.x = x
        self.y = y
        self.columns = columns
        self.meaning = meaning
    }

    func holds(column: Int, row: Int) -> Bool { row == y && column >= x && column - x < columns }
}

extension [PointerTarget] {
    /// What a click there means: the last that was drawn lies on top. Nil where nothing is.
    public func meaning(ofClickAt column: Int, row: Int) -> PointerTarget.Meaning? {
        last { $0.holds(column: column, row: row) }?.meaning
    }
}
