import CarrelCore
import CarrelStorage

extension StorePerformer {
    func certification(_ id: String) throws -> CertificationFacts? {
        guard let certification = try store.certification(id) else { return nil }
        return CertificationFacts(
            certification: certification, tally: try store.tally(in: .certification(id)) ?? Tally(),
            domains: try store.domains(of: id), prerequisites: try store.prerequisites(certification.prerequisites))
    }

    func path(_ id: String) throws -> PathFacts? {
        guard let path = try store.learningPath(id), let row = try store.pathRow(id) else { return nil }
        return PathFacts(
            row: row, description: path.description, objectives: path.learningObjectives,
            estimatedHours: path.milestones.reduce(0) { $0 + $1.estimatedHours },
            prerequisites: try store.prerequisites(path.prerequisites))
    }
}
