import CarrelCore
import CarrelTerminal

/// A question to the learner before something is done.
struct Confirmation: Equatable, Sendable {
    struct Button: Equatable, Sendable {
        var label: String
        var effects: [Effect]
    }

    var title: String
    var message: String
    /// The first has the focus.
    var buttons: [Button]

    /// Asked when a session of the same key is active already.
    static func resume(_ session: String, answered: Int, total: Int, _ request: StudyRequest) -> Confirmation {
        var anew = request
        anew.startsOver = true
        return Confirmation(
            title: request.topic.title,
            message: "You have a session here, \(answered) of \(total) answered. Go on with it, or start a new one?",
            buttons: [
                Button(label: "Go on", effects: [.replace(.session(session))]),
                Button(label: "Start a new one; the old one ends", effects: [.perform(.start(anew))]),
                Button(label: "Cancel", effects: [.pop]),
            ])
    }
}

/// Shows a confirmation and does what its button says.
struct ConfirmScreen: Screen {
    let confirmation: Confirmation
    private var focus = 0

    let isTransient = true
    let speaksRow = true
    var spoken: String { "\(confirmation.title)\n\(confirmation.message)" }
    var offer: KeyOffer? { KeyTable.dialog.offer(in: ()) }

    init(_ confirmation: Confirmation) { self.confirmation = confirmation }

    mutating func handle(_ event: Event, at now: Moment) -> [Effect] {
        switch event {
        case .key(let key):
            switch KeyTable.dialog.action(for: key, in: ()) {
            case .right: focus = (focus + 1) % confirmation.buttons.count
            case .left: focus = (focus + confirmation.buttons.count - 1) % confirmation.buttons.count
            case .press: return confirmation.buttons[focus].effects
            case .cancel: return [.pop]
            case nil: break
            }
        case .pointed(let button) where button == focus: return confirmation.buttons[focus].effects
        case .pointed(let button): focus = button
        case .done(_, .failure(let refusal)): return [.say(refusal.message)]
        default: break
        }
        return []
    }

    func draw(on canvas: inout Canvas, in surroundings: Surroundings) {
        let frame = Frame(
            crumbs: [confirmation.title], status: surroundings.saved.words, hints: KeyTable.dialog.hints(in: ()))
        let area = frame.draw(on: &canvas, in: surroundings)
        let columns = min(area.columns, Frame.readableColumns) - 6
        let message = TextLayout.wrap(confirmation.message, columns: max(10, columns))
        let isRoomy = area.rows >= message.count + confirmation.buttons.count + 2
        let gap = isRoomy ? PageLayout.current.gapRows : 0
        var y = area.y + gap
        y = canvas.draw(message, x: 3, y: y, limit: area.columns - 4, rows: message.count) + gap
        for (index, button) in confirmation.buttons.enumerated() {
            let isFocused = index == focus
            canvas.draw(isFocused ? surroundings.glyphs.pointer : " ", x: 1, y: y, style: .selection)
            let end = canvas.draw(
                button.label, x: 3, y: y, style: isFocused ? .selection : .text, limit: area.columns - 4)
            canvas.mark(x: 1, y: y, columns: end - 1, as: .item(index))
            if isFocused { canvas.anchor = Position(x: 1, y: y) }
            y += 1
        }
    }
}
