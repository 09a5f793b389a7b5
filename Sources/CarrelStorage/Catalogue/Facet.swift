import CarrelCore

/// Something questions are counted by: how many there are, how many were answered, how many rightly at last.
enum Facet: Hashable {
    case all
    /// Questions whose last answer was wrong; only their total counts.
    case wrong
    case channel(String)
    case subChannel(String, of: String)
    case certification(String)
    case domain(String, of: String)
    case tag(String)
    case company(String)
    /// A question that several milestones have counts once.
    case path(String)
    case milestone(String, of: String)

    /// As in `facetCounts.facet`.
    var name: String {
        switch self {
        case .all: "all"
        case .wrong: "wrong"
        case .channel: "channel"
        case .subChannel: "subChannel"
        case .certification: "certification"
        case .domain: "domain"
        case .tag: "tag"
        case .company: "company"
        case .path: "path"
        case .milestone: "milestone"
        }
    }

    /// As in `facetCounts.key`.
    var key: String {
        switch self {
        case .all, .wrong: ""
        case .channel(let id), .certification(let id), .tag(let id), .company(let id), .path(let id): id
        case .subChannel(let id, let parent), .domain(let id, let parent), .milestone(let id, let parent):
            "\(parent)/\(id)"
        }
    }

    static func facets(of question: Question) -> [Facet] {
        facets(
            channel: question.channel, subChannel: question.subChannel, certification: question.certification,
            domain: question.domain, tags: question.tags, companies: question.companies)
    }

    /// What a question lies in by itself, whatever its answers.
    static func facets(
        channel: String, subChannel: String, certification: String?, domain: String?, tags: [String],
        companies: [String]
    ) -> [Facet] {
        var out: [Facet] = [.all]
        if let certification {
            out += [.certification(certification), .domain(domain ?? subChannel, of: certification)]
        } else {
            out += [.channel(channel), .subChannel(subChannel, of: channel)]
        }
        return out + Set(tags).map(Facet.tag) + Set(companies).map(Facet.company)
    }
}

/// How a question stands with the learner, as far as counts go.
struct ItemStanding: Equatable {
    var isSeen: Bool
    /// Of the last graded answer; nil while there is none.
    var lastCorrect: Bool?

    static let unseen = ItemStanding(isSeen: false, lastCorrect: nil)
}
