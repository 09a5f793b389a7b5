/// How wide and how airy screens are laid out.
///
/// Bound around everything a desk tells its screens, because where a text breaks decides how far it scrolls.
struct PageLayout: Equatable, Sendable {
    @TaskLocal static var current = PageLayout()

    /// Text columns stop growing here: longer lines are hard to read.
    var readableColumns = 90
    /// Without the blank rows between the parts of a page.
    var isCompact = false
}
