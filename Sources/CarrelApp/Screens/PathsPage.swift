import CarrelCore
import CarrelStorage
import CarrelTerminal

/// The learning paths there are: what each is for, how far the learner is and how much is left.
struct PathsPage: PageContent {
    let crumbs = ["Learning paths"]
    let query = Query.paths
    private var paths: [PathRow]?

    mutating func take(_ reply: Reply) -> Bool {
        guard case .paths(let rows) = reply else { return false }
        paths = rows
        return true
    }

    func rows(columns: Int, glyphs: Glyphs) -> [PageRow] {
        guard let paths else { return [] }
        guard !paths.isEmpty else {
            return .gap + notes("No learning paths here. Load packs with: carrel load PATH", columns: columns)
        }
        let rows = paths.map { path in
            let left = StudyHours.words(path.hoursLeft).map { "\($0) left" } ?? (path.tally.total > 0 ? "done" : "")
            return ListRow(label: path.title, details: [path.kind.words, left], share: path.tally.mastery)
        }
        return zip(paths, rows.aligned()).map { path, row in
            PageRow(
                row: row, opens: .path(path.id, title: path.title), topic: .path(path.id, title: path.title))
        }
    }

    var glossary: HelpTopic? { PathPage.words }
}

extension LearningPath.Kind {
    /// What the path leads to, in a word.
    var words: String {
        switch self {
        case .company: "company"
        case .jobTitle: "job"
        case .skill: "skill"
        case .certification: "certification"
        }
    }
}
