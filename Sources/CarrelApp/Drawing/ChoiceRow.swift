import CarrelTerminal

/// How a sheet of rows with options beside them counts what is clicked.
enum ChoiceRow {
    /// More than any row has options.
    private static let stride = 1_000

    /// - Parameter option: Nil for the row's name.
    static func meaning(row: Int, option: Int? = nil) -> PointerTarget.Meaning {
        .item(row * stride + (option.map { $0 + 1 } ?? 0))
    }

    static func place(of item: Int) -> (row: Int, option: Int?) {
        let option = item % stride
        return (item / stride, option == 0 ? nil : option - 1)
    }
}
