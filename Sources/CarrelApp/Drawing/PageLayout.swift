/// How wide and how airy screens are laid out.
struct PageLayout: Equatable, Sendable {
    /// Text columns stop growing here: longer lines are hard to read.
    var readableColumns = 90
    /// Without the blank rows between the parts of a page.
    var isCompact = false
    /// Nothing moves by itself more often than it must.
    var isCalm = false
    /// Every byte is waited for: no pane that changes with each move.
    var isSlow = false
}

extension PageLayout {
    /// The one in force around this call; the usual one outside of `inForce`.
    static var current: PageLayout { bound.value ?? PageLayout() }

    /// Binds the layout around everything a desk tells its screens, because where a text breaks decides how far it
    /// scrolls.
    func inForce<Result>(_ body: () -> Result) -> Result { Self.bound.bind(self, around: body) }

    private static let bound = ThreadBound<PageLayout>()
}
