import CarrelCore
import CarrelStorage

// What the queries of a certification's and a learning path's page come to.

struct CertificationFacts: Equatable, Sendable {
    var certification: Certification
    var tally: Tally
    var domains: [DomainRow]
    var prerequisites: [Prerequisite] = []
}

struct PathFacts: Equatable, Sendable {
    var row: PathRow
    var description = ""
    var objectives: [String] = []
    /// Of all milestones.
    var estimatedHours: Int
    var prerequisites: [Prerequisite] = []
}

extension Tally {
    /// What a bar shows: questions whose last answer was right, of all; nil where there are none.
    var mastery: Share? { total == 0 ? nil : Share(part: correct, whole: total) }
}
