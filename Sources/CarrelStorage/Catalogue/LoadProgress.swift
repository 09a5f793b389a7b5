/// How far a load has come.
public struct LoadProgress: Equatable, Sendable {
    /// How many questions are taken in or retired from one report to the next.
    static let batch = 50

    /// Questions that were taken in, and items that left the catalogue.
    public internal(set) var done = 0
    /// Grows when the packs turn out to have dropped something.
    public internal(set) var total: Int

    init(total: Int) { self.total = total }
}
