import CarrelCore

@testable import CarrelApp
@testable import CarrelStorage

// What a scripted store answers, and what it is asked, in another writing.

extension SampleContent {
    /// A query that carries a row of a list carries it as the list shows it.
    func of(_ query: Query) -> Query {
        guard case .preview(let id, let row) = query else { return query }
        return .preview(id, row: row.map { of($0) })
    }

    func of(_ reply: Reply) -> Reply {
        guard self != .plain else { return reply }
        return switch reply {
        case .home(let facts): .home(of(facts))
        case .channels(let rows): .channels(rows.map { changing($0, \.title) })
        case .subChannels(let rows): .subChannels(rows.map { changing($0, \.title) })
        case .certifications(let rows): .certifications(rows.map { of($0) })
        case .certification(let facts): .certification(facts.map { of($0) })
        case .paths(let rows): .paths(rows.map { of($0) })
        case .path(let facts): .path(facts.map { of($0) })
        case .tags(let rows): .tags(rows.map { changing($0, \.tag) })
        case .history(let past): .history(PastSessions(rows: past.rows.map { of($0) }, dayStart: past.dayStart))
        case .questions(let rows, let total, let isExact):
            .questions(rows.map { of($0) }, total: total, isExact: isExact)
        case .hits(let hits): .hits(hits.map { of($0) })
        case .recentSearches(let texts): .recentSearches(of(texts))
        case .preview(let facts): .preview(facts.map { of($0) })
        case .filterLabels(let labels): .filterLabels(of(labels))
        case .bookmarks(let rows): .bookmarks(rows.map { of($0) })
        case .session(let session): .session(session.map { of($0) })
        case .item(let item): .item(item.map { of($0) })
        case .summary(let facts): .summary(facts.map { of($0) })
        case .relatedQuestions(let questions): .relatedQuestions(questions.map { changing($0, \.stem) })
        case .reports(let reports): .reports(Reports(rows: reports.rows.map { of($0) }, dayStart: reports.dayStart))
        case .examPage(let facts): .examPage(facts.map { changing($0, \.certification.name) })
        case .examResult(let facts): .examResult(facts.map { of($0) })
        case .itemTitles(let titles):
            .itemTitles(
                ItemTitles(stems: titles.stems.mapValues { of($0) }, domains: titles.domains.mapValues { of($0) }))
        case .answers(let past):
            .answers(PastAnswers(answers: past.answers.map { of($0) }, dayStart: past.dayStart))
        default: reply
        }
    }

    private func of(_ facts: HomeFacts) -> HomeFacts {
        var facts = changing(facts, \.name)
        facts.active = facts.active.map { of($0) }
        facts.starters = facts.starters.map { changing($0, \.label) }
        return facts
    }

    private func of(_ facts: CertificationFacts) -> CertificationFacts {
        var facts = changing(changing(facts, \.certification.name), \.certification.description)
        facts.certification.provider = of(facts.certification.provider)
        facts.domains = facts.domains.map { changing($0, \.name) }
        facts.prerequisites = facts.prerequisites.map { changing($0, \.title) }
        return facts
    }

    private func of(_ facts: PathFacts) -> PathFacts {
        var facts = changing(facts, \.description)
        facts.row = of(facts.row)
        facts.objectives = of(facts.objectives)
        facts.prerequisites = facts.prerequisites.map { changing($0, \.title) }
        return facts
    }

    private func of(_ facts: PreviewFacts) -> PreviewFacts {
        var facts = facts
        facts.question = of(facts.question)
        facts.row = facts.row.map { of($0) }
        facts.note = of(facts.note)
        return facts
    }

    private func of(_ labels: FilterLabels) -> FilterLabels {
        var labels = labels
        labels.tags = labels.tags.map { changing($0, \.label) }
        labels.companies = labels.companies.map { changing($0, \.label) }
        return labels
    }

    private func of(_ facts: ExamResultFacts) -> ExamResultFacts {
        var facts = facts
        facts.session = of(facts.session)
        facts.domains = facts.domains.map { changing($0, \.name) }
        facts.domainOf = facts.domainOf.mapValues { of($0) }
        facts.stems = facts.stems.mapValues { of($0) }
        return facts
    }

    private func of(_ facts: SummaryFacts) -> SummaryFacts {
        var facts = facts
        facts.session = of(facts.session)
        facts.again = facts.again.map { of($0) }
        facts.stems = facts.stems.mapValues { of($0) }
        return facts
    }
}
