import CarrelCore
import CarrelStorage

// What the queries of a certification's and a learning path's page, and of the history, come to.

/// A page of past sessions, the last first.
struct PastSessions: Equatable, Sendable {
    var rows: [SessionRow] = []
    /// Minutes after local midnight at which the learner's day begins.
    var dayStart = StudyDay.usualStart
}

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
