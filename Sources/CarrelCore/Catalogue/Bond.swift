/// What another question is to the one at hand, whichever of the two states the relation.
public enum Bond: String, CaseIterable, Comparable, Sendable {
    /// To be understood first.
    case prerequisite
    /// Builds on the one at hand.
    case followUp
    case deeper
    /// The one at hand goes deeper than it.
    case broader
    case related

    /// - Parameter isStated: The question at hand states the relation; else the other one does.
    public init(_ kind: Relation.Kind, isStated: Bool) {
        self =
            switch kind {
            case .prerequisite: isStated ? .prerequisite : .followUp
            case .followUp: isStated ? .followUp : .prerequisite
            case .deeperDive: isStated ? .deeper : .broader
            case .related: .related
            }
    }

    private var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    /// In the order of the cases: what comes first in study comes first.
    public static func < (left: Bond, right: Bond) -> Bool { left.place < right.place }
}
