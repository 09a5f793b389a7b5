import CarrelCore
import Testing

@testable import CarrelApp

@Suite("Where one can go")
struct DestinationScreenTests {
    @Test("Every destination opens its screen, which fetches what it shows")
    func screens() {
        let listing = QuestionListing(crumbs: ["X"], topic: Samples.topic)
        let places: [(Destination, String, Query?)] = [
            (.home, "HomeScreen", .home), (.channels, "CatalogueListScreen", .channels),
            (.subChannels(channel: "n", title: "N"), "CatalogueListScreen", .subChannels("n")),
            (.certifications, "CatalogueListScreen", .certifications),
            (.certification("c", title: "C"), "PageScreen<CertificationPage>", .certification("c")),
            (.paths, "PageScreen<PathsPage>", .paths), (.path("p", title: "P"), "PageScreen<PathPage>", .path("p")),
            (.tags, "PagedScreen<TagsContent>", .tags(after: nil)),
            (.history, "PagedScreen<HistoryContent>", .history(after: nil)),
            (.reports(question: nil), "PagedScreen<ReportsContent>", .reports(of: nil, after: nil)),
            (.text(crumbs: ["T"], paragraphs: ["P"]), "ReaderScreen", nil),
            (.reader(crumbs: ["R"], .markdown("M")), "ReaderScreen", nil),
            (.related(question: "q", crumbs: ["R"]), "RelatedScreen", .relatedQuestions("q")),
            (.questions(listing), "QuestionListScreen", .questions(Samples.topic.scope, after: nil)),
            (.bookmarks, "BookmarksScreen", .bookmarks), (.search, "SearchScreen", .recentSearches),
            (.setUp(Samples.topic), "SetUpScreen", .setUp(Samples.topic.scope)),
            (.session("s"), "PracticeScreen", .session("s")),
            (.sessionItem(session: "s", question: "q"), "PracticeScreen", .session("s")),
            (.summary(session: "s"), "SummaryScreen", .summary("s")),
            (.settings, "SettingsScreen", .settings), (.themes, "ThemesScreen", .themes),
            (.help(HelpTopic(title: "T", entries: [])), "ReaderScreen", nil), (.faults([]), "ReaderScreen", nil),
            (.confirm(Confirmation(title: "T", message: "M", buttons: [])), "ConfirmScreen", nil),
        ]
        for (destination, name, query) in places {
            var screen = destination.screen()
            #expect("\(type(of: screen))" == name)
            #expect(screen.handle(.appeared, at: .noon) == (query.map { [.perform(.fetch($0))] } ?? []))
        }
    }

    @Test("Sheets, dialogs, summaries and trials are not come back to; places to come back to do not")
    func transient() {
        let passing: [Destination] = [
            .setUp(Samples.topic), .summary(session: "s"),
            .confirm(.resume("s", answered: 0, total: 1, StudyRequest(topic: Samples.topic))), .themes,
        ]
        #expect(passing.allSatisfy { $0.screen().isTransient })
        let lasting: [Destination] = [
            .home, .channels, .bookmarks, .paths, .history, .session("s"), .faults([]),
            .related(question: "q", crumbs: []),
        ]
        #expect(!lasting.contains { $0.screen().isTransient })
    }
}
