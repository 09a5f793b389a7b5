@testable import CarrelApp

/// Every place one can go to, without what is shown there.
enum DestinationKind: String, CaseIterable {
    case home, channels, subChannels, certifications, certification, paths, path, tags, history, questions, search
    case bookmarks, setUp, session, sessionItem, summary, settings, help, faults, text, reader, related, confirm
    case writing, questionMenu, corrections, keyCorrection, reports, themes
    case examPage, exam, examResult, review

    /// A new destination is named here, and then needs a screen in `AnyScreen`, of which there are snapshots.
    init(_ destination: Destination) {
        self =
            switch destination {
            case .home: .home
            case .channels: .channels
            case .subChannels: .subChannels
            case .certifications: .certifications
            case .certification: .certification
            case .paths: .paths
            case .path: .path
            case .tags: .tags
            case .history: .history
            case .questions: .questions
            case .search: .search
            case .bookmarks: .bookmarks
            case .setUp: .setUp
            case .session: .session
            case .sessionItem: .sessionItem
            case .summary: .summary
            case .settings: .settings
            case .help: .help
            case .faults: .faults
            case .text: .text
            case .reader: .reader
            case .related: .related
            case .confirm: .confirm
            case .writing: .writing
            case .questionMenu: .questionMenu
            case .corrections: .corrections
            case .keyCorrection: .keyCorrection
            case .reports: .reports
            case .themes: .themes
            case .examPage: .examPage
            case .exam: .exam
            case .examResult: .examResult
            case .review: .review
            }
    }
}
