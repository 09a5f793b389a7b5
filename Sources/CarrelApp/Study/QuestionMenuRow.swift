import CarrelCore
import CarrelStorage

/// Something that can be done with a question, and what it does.
struct QuestionMenuRow: Equatable, Sendable {
    var action: QuestionMenuAction
    var label: String
    var help: String

    /// - Parameter reports: How many the learner made of it.
    static func all(for facts: QuestionMenuFacts, reports: Int) -> [QuestionMenuRow] {
        var rows = [
            QuestionMenuRow(
                action: .report, label: "Report a problem",
                help: "An error, an improvement or a remark; kept in your file.")
        ]
        if facts.isReported {
            rows.append(
                QuestionMenuRow(
                    action: .reports, label: "View my reports (\(reports))",
                    help: "What you reported of it, and what became of that."))
        }
        rows.append(
            QuestionMenuRow(
                action: .correct, label: "Correct it for myself",
                help: "Your words or your key in the author's place, for you alone."))
        if facts.isCorrected {
            rows.append(
                QuestionMenuRow(
                    action: .clear, label: "Take my corrections off",
                    help: "The question is again as its author states it."))
        }
        rows.append(
            facts.isSuspended
                ? QuestionMenuRow(action: .suspend, label: "Bring it back", help: "It can be drawn again.")
                : QuestionMenuRow(
                    action: .suspend, label: "Suspend it", help: "Drawn no more until you bring it back."))
        if !facts.isSuspended {
            rows.append(
                facts.isBuried
                    ? QuestionMenuRow(action: .bury, label: "Dig it up", help: "It can be drawn again today.")
                    : QuestionMenuRow(
                        action: .bury, label: "Bury it until tomorrow", help: "Not drawn before your next day."))
        }
        return rows
    }
}

extension QuestionMenuFacts {
    init(_ item: StudyItem?, isFiltered: Bool = false) {
        self.init(
            isCorrected: item?.corrections.isEmpty == false, isReported: (item?.reports ?? 0) > 0,
            isSuspended: item?.isSuspended ?? false, isBuried: item?.isBuried ?? false, isFiltered: isFiltered)
    }
}

extension QuestionMenu {
    /// What an action records; nothing for one that leads elsewhere.
    func events(of action: QuestionMenuAction, on item: StudyItem, at now: Moment) -> [NewEvent] {
        switch action {
        case .clear: return NewEvent.clearing(item.corrections.map(\.field), of: question)
        case .suspend:
            let event: JournalEvent =
                item.isSuspended
                ? .questionUnsuspended(QuestionUnsuspended()) : .questionSuspended(QuestionSuspended())
            return [NewEvent(event, questionId: question)]
        case .bury:
            let today = StudyDay(now.at, zone: now.zone, start: item.dayStart)
            let tomorrow = StudyDay(today.number + 1).start(zone: now.zone, start: item.dayStart)
            let until = item.isBuried ? now.at : tomorrow
            return [NewEvent(.questionBuried(QuestionBuried(until: until)), questionId: question)]
        default: return []
        }
    }
}
