/// How a merge brings the tables in step with the journal.
enum MergeFolding {
    /// Whichever is quicker.
    case quicker
    /// What the new entries touch.
    case touched
    /// The same, with counts and lists made anew at the end.
    case touchedInBulk
    /// The sessions that new entries touch, and every question.
    case sessions
    case everything

    /// The most new entries with which as much as this is folded anew.
    struct Limits {
        var touched: Int
        var sessions: Int
    }

    /// What is touched takes as long as everything with 5,000 new entries besides 110,000: few new ones touch many
    /// questions, each of which has old ones.
    func limits(besides own: Int) -> Limits {
        switch self {
        case .quicker: Limits(touched: max(500, own / 20), sessions: own)
        case .touched, .touchedInBulk: Limits(touched: .max, sessions: .max)
        case .sessions: Limits(touched: -1, sessions: .max)
        case .everything: Limits(touched: -1, sessions: -1)
        }
    }
}

/// What a merge has to fold anew.
enum MergeExtent {
    case touched(Touched)
    /// These sessions, and every question.
    case sessions(Set<String>)
    case everything

    /// Nil for all.
    var sessions: Set<String>? {
        switch self {
        case .touched(let touched): touched.sessions
        case .sessions(let sessions): sessions
        case .everything: nil
        }
    }
}
