import CarrelCore

// An exam under other pages: its clock runs on in their header, and its end comes up over whatever is open.

extension Desk {
    /// The page that time runs on while others lie over it.
    private var covered: Int? { stack.indices.dropLast().last { stack[$0].screen.isTimed } }

    /// Milliseconds until the covered page wants a tick.
    var coveredTick: Int? { covered.flatMap { stack[$0].screen.tick } }

    /// What stands in the header of the page over it.
    func runningClock(at now: Moment) -> String? { covered.flatMap { stack[$0].screen.runningClock(at: now) } }

    /// Lets the covered page warn and keep its clock, or brings it up where its time is over.
    ///
    /// What is being written over it is kept as when the program ends; where that is refused the page stays.
    ///
    /// - Returns: Whether it came up: what was typed was not meant for it.
    mutating func followCovered(at now: Moment) -> Bool {
        guard let index = covered else { return false }
        guard let left = inForce({ $0.stack[index].screen.timeLeft(at: now) }), left <= 0 else {
            for effect in tell(index, .tick, at: now) {
                switch effect {
                case .say(let words): message = words
                case .perform(let command): _ = noting(command)
                default: break
                }
            }
            return false
        }
        while stack.count > index + 1 {
            for case .perform(let command) in tell(stack.count - 1, .closing, at: now) {
                guard case .failure(let refusal) = noting(command) else { continue }
                message = refusal.message
                return false
            }
            stack.removeLast()
        }
        overlay = nil
        refresh(at: now)
        return true
    }
}
