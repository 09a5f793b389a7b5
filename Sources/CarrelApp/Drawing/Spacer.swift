import CarrelTerminal

/// A line of a screen that can stand empty between its parts.
protocol Spacer {
    /// The empty one; used through `gap` alone, so that no screen has blank rows of its own.
    static var spacer: Self { get }
}

extension Array where Element: Spacer {
    /// What stands between the parts of a screen: a blank row, or nothing where the layout is compact.
    static var gap: [Element] { PageLayout.current.isCompact ? [] : [.spacer] }
}

extension PageLayout {
    /// Rows between the parts of a screen that is not made of lines, as `gap` is of one that is.
    var gapRows: Int { isCompact ? 0 : 1 }
}

extension ListRow: Spacer {
    static let spacer = ListRow(kind: .blank, label: "")
}

extension PageRow: Spacer {
    static let spacer = PageRow(row: .spacer)
}

extension StyledLine: Spacer {
    static var spacer: StyledLine { StyledLine("") }
}

extension QuestionPage.Line: Spacer {
    static var spacer: QuestionPage.Line { QuestionPage.Line(text: .spacer) }
}
