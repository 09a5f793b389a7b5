import CarrelCore
import CarrelStorage

/// What was just kept of a question, in words: the same on the full screen and line by line.
struct KeptWords: Equatable, Sendable {
    /// `note kept`
    var said: String
    /// What undoing it does: `takes it back`; nil where there is nothing to say of that.
    var undoing: String? = "takes it back"

    /// - Parameter events: Of one change; what its first is names it.
    init(of events: [NewEvent], at now: Moment) {
        // A key is corrected option by option, and one of them may be as its author has it again.
        guard !events.contains(where: Self.setsKey) else {
            self.init("your key counts from now", "undoes it")
            return
        }
        switch events.first?.event {
        case .bookmarkSet(let bookmark) where bookmark.note == nil: self.init("note emptied", "brings it back")
        case .bookmarkSet: self.init("note kept")
        case .feedbackGiven: self.init("report kept")
        case .scratchNoted: self.init("scratch sheet kept")
        case .errataSet: self.init("corrected for you")
        case .errataCleared where Self.cleared(events) > 1: self.init("corrections off", "brings them back")
        case .errataCleared: self.init("correction off", "brings it back")
        case .questionSuspended: self.init("suspended")
        case .questionUnsuspended: self.init("it is drawn again", nil)
        case .questionBuried(let buried) where buried.until > now.at: self.init("buried until tomorrow")
        case .questionBuried: self.init("it is drawn again today", nil)
        case .sessionAbandoned: self.init("session ended", "brings it back")
        default: self.init("done", nil)
        }
    }

    private static func setsKey(_ event: NewEvent) -> Bool {
        guard case .errataSet(let errata) = event.event else { return false }
        return QuestionField(name: errata.field)?.isKey == true
    }

    /// How many corrections go: a key is one, however many options it is of.
    private static func cleared(_ events: [NewEvent]) -> Int {
        let fields = events.compactMap { event in
            if case .errataCleared(let errata) = event.event { QuestionField(name: errata.field) } else { nil }
        }
        return fields.count { !$0.isKey } + (fields.contains(where: \.isKey) ? 1 : 0)
    }

    private init(_ said: String, _ undoing: String? = "takes it back") {
        self.said = said
        self.undoing = undoing
    }

    var effect: Effect { undoing.map { .sayUndoable(said, undoing: $0) } ?? .say(said) }

    /// `Note kept; u takes it back.`
    var sentence: String {
        let words = said.prefix(1).uppercased() + said.dropFirst()
        return words + (undoing.map { "; u \($0)." } ?? ".")
    }
}
