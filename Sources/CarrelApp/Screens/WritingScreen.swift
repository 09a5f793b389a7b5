import CarrelCore
import CarrelStorage
import CarrelTerminal

/// A small editor over one question: a note, a report or a correction.
///
/// Esc saves and closes; nothing typed is dropped unless saving was refused and the learner says so.
struct WritingScreen: Screen {
    private enum Saving: Equatable { case no, asked, refused }

    let writing: Writing
    private(set) var item: StudyItem?
    private(set) var text = LineEditor(allowsNewlines: true)
    /// Why, in a correction.
    private(set) var reason = ReasonField()
    private(set) var isOnReason = false
    private(set) var type = FeedbackGiven.Kind.error
    private(set) var trouble: Refusal?
    private var saving = Saving.no
    var columns = 80
    var rows = 24

    init(_ writing: Writing) { self.writing = writing }

    mutating func handle(_ event: Event, at now: Moment) -> [Effect] {
        switch event {
        case .appeared: return item == nil ? [.perform(.fetch(.item(writing.question)))] : []
        case .resized(let columns, let rows):
            self.columns = columns
            self.rows = rows
        case .done(.fetch(.item(writing.question)), .success(.item(let found))):
            guard let found else { return [.pop, .say("this question is in no pack here")] }
            begin(with: found)
        case .done(.record, .success):
            guard saving == .asked else { return [] }
            return [.pop, KeptWords(of: events, at: now).effect]
        case .done(let command, .failure(let refusal)):
            guard command.isWrite else { return [.pop, .say(refusal.message)] }
            saving = .refused
            trouble = refusal
            return [.barrier]
        case .edited(.success(let edited)):
            if isOnReason { reason.editor.replace(with: edited) } else { text.replace(with: edited) }
        case .edited(.failure(let refusal)): return [.say(refusal.message)]
        case .paste(let pasted):
            if isOnReason { reason.editor.insert(pasted) } else { text.insert(pasted) }
            return cutNotice
        case .closing: return events.isEmpty ? [] : [.perform(.record(events))]
        case .key(let key): return handle(key)
        default: break
        }
        return []
    }

    private mutating func begin(with found: StudyItem) {
        item = found
        text.replace(with: writing.before(found))
        if case .correction(let field) = writing.purpose {
            reason.editor.replace(with: found.correction(of: field)?.reason ?? "")
        }
    }

    var facts: WritingFacts { WritingFacts(hasSecondField: hasSecondField, isRefused: saving == .refused) }

    private var hasSecondField: Bool {
        switch writing.purpose {
        case .note, .scratch: false
        case .report, .correction: true
        }
    }

    var offer: KeyOffer? { KeyTable.writing.offer(in: facts) }

    private mutating func handle(_ key: Key) -> [Effect] {
        guard item != nil else { return key == .escape ? [.pop] : [] }
        switch KeyTable.writing.action(for: key, in: facts) {
        case .editor: return [.edit(isOnReason ? reason.editor.text : text.text)]
        case .change: change()
        case .pageUp: page(.up)
        case .pageDown: page(.down)
        case .leaveUnsaved: return [.pop]
        case .save:
            guard !events.isEmpty else { return [.pop, .say(writing.unchangedWords)] }
            saving = .asked
            return [.perform(.record(events)), .barrier]
        case nil:
            if isOnReason, key == .enter || key == .up { isOnReason = false } else { type(key) }
            return cutNotice
        }
        return []
    }

    private var cutNotice: [Effect] { text.isCut || reason.editor.isCut ? [.say(LineEditor.cutWords)] : [] }

    private mutating func type(_ key: Key) {
        if isOnReason { _ = reason.editor.handle(key) } else { _ = text.handle(key, columns: fieldColumns) }
    }

    /// Tab: a report's next type; in a correction between the text and its reason.
    private mutating func change() {
        if writing.purpose == .report {
            let types = FeedbackGiven.Kind.allCases
            type = types[((types.firstIndex(of: type) ?? 0) + 1) % types.count]
        } else {
            isOnReason.toggle()
        }
    }

    private mutating func page(_ key: Key) {
        for _ in 0..<max(1, fieldRows - 1) { type(key) }
    }

    // MARK: What it comes to

    private var written: WrittenText {
        WrittenText(text: text.text.droppingLineEnds, reason: reason.reason, type: type)
    }

    /// What saving records; nothing where nothing is new.
    var events: [NewEvent] { item.map { writing.events(of: written, on: $0) } ?? [] }
}
