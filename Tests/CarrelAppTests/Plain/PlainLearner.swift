import CarrelCore
import CarrelStorage

@testable import CarrelApp

/// Somebody who studies line by line: what they type, and what they read.
final class PlainLearner {
    let performer: StorePerformer
    private(set) var read = ""
    /// What the desk's clock says.
    var now = Moment.noon
    /// Happens where the line `meanwhile` is typed.
    var meanwhile: () -> Void = {}
    private var typed: [String] = []

    private let columns: Int

    init(_ performer: StorePerformer, columns: Int = 200) {
        self.performer = performer
        self.columns = columns
    }

    /// A session of this question alone.
    static func one(_ question: String) -> PlainDesk.Opening {
        .start(
            StudyRequest(
                topic: .question(question, title: "Desk"), choices: StudyChoices(count: 1, what: .all)))
    }

    /// The desk, with `lines` typed one after the other and then the end of input; `wait 60` lets 60 s pass, `meanwhile`
    /// lets something happen elsewhere.
    func types(_ lines: String..., opening: PlainDesk.Opening = .home) throws {
        try types(all: lines, opening: opening)
    }

    func types(all lines: [String], opening: PlainDesk.Opening) throws {
        typed = lines
        read = ""
        let dialogue = Dialogue(
            read: { [self] in nextLine() }, write: { [self] in read += $0 },
            columns: columns)
        try PlainDesk(performer: performer, dialogue: dialogue, clock: { [self] in now }).run(opening)
    }

    private func nextLine() -> String? {
        while let line = typed.first {
            typed.removeFirst()
            if line == "meanwhile" {
                meanwhile()
                continue
            }
            let words = line.split(separator: " ")
            guard words.count == 2, words[0] == "wait", let seconds = Int64(words[1]) else { return line }
            now = Moment(at: now.at.adding(seconds: seconds), zone: now.zone)
        }
        return nil
    }

    func reads(_ words: String) -> Bool { read.contains(words) }

    /// Whether everything that was typed was asked for.
    var isAllTyped: Bool { typed.isEmpty }

    /// The option that is right, by its number in what was read last.
    func numbers(ofRight question: String, in session: String) throws -> String {
        guard let stored = try performer.store.session(session),
            let drawn = stored.items.first(where: { $0.questionId == question }),
            let found = try performer.store.question(question)?.question
        else { return "" }
        let right = Set(found.options.filter(\.isCorrect).map(\.id))
        let order = found.optionOrder(drawn: drawn.options)
        return order.indices.filter { right.contains(order[$0]) }.map { "\($0 + 1)" }.joined(separator: " ")
    }
}
