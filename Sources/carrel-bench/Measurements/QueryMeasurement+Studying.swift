import CarrelCore
import CarrelStorage

extension QueryMeasurement {
    /// Candidates a session's draw looks at, at most.
    private static let reach = 500

    mutating func paths() throws {
        let paths = shape.paths
        try time("learning paths") { store, _ in _ = try store.learningPaths() }
        try time("a learning path") { store, prose in
            let id = prose.pick(paths).id
            _ = (try store.learningPath(id), try store.pathRow(id))
        }
        try time("questions of a path") { store, prose in
            _ = try store.questions(in: .path(prose.pick(paths).id), limit: Self.page)
        }
        try time("questions of a milestone") { store, prose in
            _ = try store.questions(in: .path(prose.pick(paths).id, milestone: "stage-2"), limit: Self.page)
        }
    }

    /// What the learner did, and what lies about a question.
    mutating func ownWork() throws {
        let longest = longest
        func any(_ prose: inout ProseGenerator) -> String {
            PackWriter.id(of: prose.number(0..<longest.questions), in: longest)
        }
        try time("tags") { store, _ in _ = try store.tags(limit: Self.page) }
        var places: [SessionRow] = []
        while places.count < 20, let last = try store.pastSessions(after: places.last, limit: Self.page).last {
            places.append(last)
        }
        try time("history") { store, _ in _ = try store.pastSessions(limit: Self.page) }
        try time("history, any page") { store, prose in
            _ = try store.pastSessions(after: prose.pick(places), limit: Self.page)
        }
        try time("related questions") { store, prose in _ = try store.relatedQuestions(of: any(&prose)) }
        try time("answers to a question") { store, prose in _ = try store.answers(to: any(&prose)) }
        try time("tags of a filter sheet") { store, _ in
            _ = try store.labels(.tag, in: .channel(longest.id, subChannel: longest.parts[0].id), limit: Self.page)
        }
    }

    mutating func sessions() throws {
        let rows = try store.recentSessions(limit: 500)
        let (shape, longest) = (shape, longest)
        try time("a session") { store, prose in _ = try store.session(prose.pick(rows).id) }
        try time("a session's review states") { store, prose in
            let ids = (0..<shape.sessionLength).map { _ in
                PackWriter.id(of: prose.number(0..<longest.questions), in: longest)
            }
            _ = try store.reviewStates(of: ids)
        }
        try time("what is due") { store, _ in _ = try store.dueCount(at: SystemMoment.now().at) }
        try time("settings") { store, _ in _ = try store.settings() }
    }

    /// An exam of 90 items as it is drawn: candidates of every domain, the draw, and the questions for their options.
    mutating func exam() throws {
        let certification = shape.certification
        var rules = ExamRules(questions: 90, minutes: 90, pass: 70)
        rules.unscored = 5
        var generator = SplitMix64(seed: 9)
        try time("an exam of 90 items drawn", goal: 20) { store, _ in
            let pools = try certification.parts.map { part in
                try store.candidates(
                    in: .certification(certification.id, domain: part.id), what: .unseenFirst, limit: 300
                ).map(\.id)
            }
            let blueprint = ExamDraw.Blueprint(
                rules, weights: pools.map { _ in 10 }, available: pools.map(\.count))
            let picks = ExamDraw.picks(blueprint, from: pools, using: &generator)
            _ = try store.questions(ids: picks.map(\.questionId)).map {
                Draw.order(of: $0.question, using: &generator)
            }
        }
    }

    mutating func candidates() throws {
        let selections: [(String, CandidateSelection)] = [
            ("unseen first", .unseenFirst), ("all", .all), ("wrong", .wrong), ("due", .due(SystemMoment.now().at)),
        ]
        let scopes: [(String, QuestionScope)] = [
            ("of \(longest.questions)", .channel(longest.id)),
            ("of a sub-channel", .channel(longest.id, subChannel: longest.parts[0].id)),
            ("of a certification", .certification(shape.certification.id)), ("of everything", .all),
            ("of a tag", .tag("topic-7")), ("of all bookmarks", .bookmarks),
            ("of all wrong ones", .wrong), ("of a search", .search(SearchQuery.read("router rejects").query)),
            ("of a filtered list", .filtered(.channel(longest.id), Self.filter("difficulty:advanced is:wrong"))),
        ]
        for (scopeName, scope) in scopes {
            for (selectionName, selection) in selections {
                // As the program does: where the most urgent come first, no more are looked at than a session has.
                let isUrgent = ["wrong", "due"].contains(selectionName)
                let reach = isUrgent ? shape.sessionLength : Self.reach
                try time("candidates \(scopeName), \(selectionName)") { store, _ in
                    _ = try store.candidates(in: scope, what: selection, limit: reach)
                }
                guard isUrgent else { continue }
                try time("count of candidates \(scopeName), \(selectionName)") { store, _ in
                    _ = try store.candidateCount(in: scope, what: selection, atMost: Self.reach)
                }
            }
        }
    }
}
