import CarrelTerminal

extension Destination {
    /// The screen of this destination, still empty: it fetches what it shows when it appears.
    func screen() -> any Screen {
        switch self {
        case .home: HomeScreen()
        case .channels: CatalogueListScreen(.channels)
        case .subChannels(let channel, let title): CatalogueListScreen(.subChannels(of: channel, title: title))
        case .certifications: CatalogueListScreen(.certifications)
        case .certification(let id, let title): PageScreen(CertificationPage(id: id, title: title))
        case .paths: PageScreen(PathsPage())
        case .path(let id, let title): PageScreen(PathPage(id: id, title: title))
        case .tags: PagedScreen(TagsContent())
        case .history: PagedScreen(HistoryContent())
        case .questions(let listing): QuestionListScreen(listing)
        case .search: SearchScreen()
        case .bookmarks: BookmarksScreen()
        case .setUp(let topic): SetUpScreen(topic)
        case .session(let id): PracticeScreen(session: id)
        case .sessionItem(let session, let question): PracticeScreen(session: session, at: question)
        case .summary(let session): SummaryScreen(session: session)
        case .examPage(let id, let title): PageScreen(ExamPage(id: id, title: title))
        case .exam(let session): ExamScreen(session: session)
        case .examResult(let session): PageScreen(ExamResultPage(session: session))
        case .review(let session, let questions): PracticeScreen(session: session, among: questions)
        case .settings: SettingsScreen()
        case .themes: ThemesScreen()
        case .help(let topic): ReaderScreen(crumbs: ["Help"], content: .help(topic))
        case .faults(let lines): ReaderScreen(crumbs: ["Faults in packs"], content: .paragraphs(lines))
        case .text(let crumbs, let paragraphs): ReaderScreen(crumbs: crumbs, content: .paragraphs(paragraphs))
        case .reader(let crumbs, let content): ReaderScreen(crumbs: crumbs, content: content)
        case .related(let question, let crumbs): RelatedScreen(question: question, crumbs: crumbs)
        case .confirm(let confirmation): ConfirmScreen(confirmation)
        case .writing(let writing): WritingScreen(writing)
        case .questionMenu(let menu): QuestionMenuScreen(menu)
        case .corrections(let menu): CorrectionsScreen(menu)
        case .keyCorrection(let menu): KeyCorrectionScreen(menu)
        case .reports(let question): PagedScreen(ReportsContent(question: question))
        }
    }
}
