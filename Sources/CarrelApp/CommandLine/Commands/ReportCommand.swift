import CarrelCore
import CarrelJSON
import CarrelStorage
import CarrelTerminal

/// `carrel report`: what an exam came to, as text, Markdown, JSON or HTML.
struct ReportCommand: CommandLineCommand {
    enum Format: String, CaseIterable { case text, markdown, json, html }

    private let invocation: Invocation
    private let places: Places

    init(_ invocation: Invocation, _ places: Places) {
        self.invocation = invocation
        self.places = places
    }

    static let shape = """
        {session, title, certification?, completedAt?, earned, possible, scaledScore?, pass?, passed?, marks?, \
        domains: [{id, name, weight, earned, possible}], \
        items: [{number, question, stem?, exhibit?, domain?, result, score?, answered: [text], right: [text], \
        isScored, isFlagged, confidence?, seconds}]}
        """

    func run() throws -> Int32 {
        let format = invocation.options["--format"].flatMap(Format.init(rawValue:)) ?? .text
        let id = invocation.operands[0]
        let store = try LearnerFile(places).openExisting()
        defer { LearnerFile.close(store) }
        guard let session = try store.session(id) else {
            throw UsageError("\(id): no such session; carrel list sessions names them")
        }
        let performer = StorePerformer(store: store, clock: SystemClock.now, seed: 0)
        guard let facts = try performer.examResult(id) else {
            let state = session.row.status == .completed ? "a practice session" : "not handed in yet"
            throw UsageError("\(id): \(state); there are reports of exams that were handed in")
        }
        let report = ExamReport(facts)
        switch format {
        case .text: Console.say(report.text(columns: Console.columns ?? 80))
        case .markdown: Console.say(report.markdown)
        case .html: Console.say(report.html)
        case .json: try Console.json(ExamReportJSON(facts))
        }
        return 0
    }
}
