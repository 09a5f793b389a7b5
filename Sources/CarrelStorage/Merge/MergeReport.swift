import CarrelCore

/// What a merge brought, or would bring.
public struct MergeReport: Encodable, Equatable, Sendable {
    /// Entries that were new here, by kind; kinds this program does not know among them.
    public internal(set) var added: [String: Int] = [:]
    /// Entries that both files have.
    public internal(set) var alreadyHere = 0
    /// Of these, entries that stand earlier in the order from now on.
    public internal(set) var ordersLowered = 0
    public internal(set) var sessionsAdded = 0
    /// Questions that new entries are about.
    public internal(set) var questionsTouched = 0
    /// New entries of a kind or version this program does not know: kept, and folded after an upgrade.
    public internal(set) var keptForUpgrade = 0
    /// The learner's id in this file from now on, where it became the other file's.
    public internal(set) var learnerAdopted: String?
    /// The first and the last study day of new entries, `YYYY-MM-DD`; nil without any.
    public internal(set) var firstDay: String?
    public internal(set) var lastDay: String?

    /// How many entries were new.
    public var entriesAdded: Int { added.values.reduce(0, +) }

    /// Whether this file has everything the other one has.
    public var bringsNothing: Bool { added.isEmpty && ordersLowered == 0 && learnerAdopted == nil }
}
