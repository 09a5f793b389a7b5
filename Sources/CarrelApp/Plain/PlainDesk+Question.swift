import CarrelCore
import CarrelStorage

// One question outside of a session: read, bookmarked, noted, or asked on its own.

extension PlainDesk {
    func question(_ id: String) throws -> PlainOutcome {
        while true {
            guard case .item(let found?) = try fetch(.item(id)) else {
                dialogue.say("\(id): in no pack here.")
                return .back
            }
            let page = SpokenQuestion(
                item: found, order: found.question.previewOrder, columns: dialogue.columns)
            dialogue.say([""] + page.asked)
            dialogue.say("")
            if found.isSeen { dialogue.say(page.answered(nil)) } else { dialogue.say("Not answered yet.") }
            let bookmark = found.isBookmarked ? "* takes the bookmark off" : "* bookmarks"
            let prompt = "p practises it, \(bookmark), ; writes a note, u undoes, Enter goes back, q leaves:"
            guard let typed = dialogue.ask(prompt) else { return .leave }
            switch typed {
            case "": return .back
            case "q": return .leave
            case "*": _ = toggleBookmark(found)
            case ";": if writeNote(found) == .leave { return .leave }
            case "u": try undo()
            case "p":
                let request = StudyRequest(
                    topic: .question(id, title: found.question.channel),
                    choices: StudyChoices(count: 1, what: .all))
                if try start(request) == .leave { return .leave }
            default: dialogue.say("\(typed): not one of these.")
            }
        }
    }

    /// - Returns: Whether the question is bookmarked now.
    func toggleBookmark(_ item: StudyItem) -> Bool {
        let isOn = !item.isBookmarked
        guard keep(.bookmark(question: item.question.id, isOn: isOn)) else { return item.isBookmarked }
        let note = item.note == nil ? "" : ", and the note with it; u takes that back"
        dialogue.say(isOn ? "Bookmarked." : "Bookmark taken off\(note).")
        return isOn
    }

    /// Asks for a note, line by line, and keeps it with the question's bookmark.
    func writeNote(_ item: StudyItem) -> PlainOutcome {
        if let note = item.note { dialogue.say(["Your note:", note]) }
        dialogue.say("Write a note; an empty line ends it, one at once leaves it as it is.")
        let (text, isEnd) = lines()
        if !text.isEmpty {
            let event = NewEvent(.bookmarkSet(BookmarkSet(note: text)), questionId: item.question.id)
            if keep(.record([event])) { dialogue.say("Note saved.") }
        }
        return isEnd ? .leave : .back
    }

    /// Lines up to an empty one.
    ///
    /// - Parameter isWhole: Whether a first line stands for itself: nothing comes after it.
    /// - Returns: What was typed, and whether input ended.
    func lines(endingWith isWhole: (String) -> Bool = { _ in false }) -> (text: String, isEnd: Bool) {
        var lines: [String] = []
        while let line = dialogue.read() {
            if lines.isEmpty, isWhole(String(Substring(line).trimmed)) {
                return (String(Substring(line).trimmed), false)
            }
            if line.isEmpty { return (lines.joined(separator: "\n"), false) }
            lines.append(line)
        }
        return (lines.joined(separator: "\n"), true)
    }
}
