@testable import CarrelApp

extension SampleContent {
    /// Where one goes, under titles in this writing.
    func of(_ destination: Destination) -> Destination {
        switch destination {
        case .subChannels(let channel, let title): .subChannels(channel: channel, title: of(title))
        case .certification(let id, let title): .certification(id, title: of(title))
        case .path(let id, let title): .path(id, title: of(title))
        case .questions(let listing):
            .questions(QuestionListing(crumbs: of(listing.crumbs), topic: of(listing.topic)))
        case .setUp(let topic): .setUp(of(topic))
        case .faults(let lines): .faults(of(lines))
        case .text(let crumbs, let paragraphs): .text(crumbs: of(crumbs), paragraphs: of(paragraphs))
        case .reader(let crumbs, let content): .reader(crumbs: of(crumbs), of(content))
        case .related(let question, let crumbs): .related(question: question, crumbs: of(crumbs))
        case .examPage(let id, let title): .examPage(certification: id, title: of(title))
        case .confirm(let confirmation): .confirm(changing(confirmation, \.title))
        default: destination
        }
    }

    private func of(_ content: ReaderContent) -> ReaderContent {
        switch content {
        case .paragraphs(let paragraphs): .paragraphs(of(paragraphs))
        case .markdown(let text): .markdown(of(text))
        case .diagram(let text): .diagram(of(text))
        default: content
        }
    }
}
