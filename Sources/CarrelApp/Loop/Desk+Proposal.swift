import CarrelCore
import CarrelTerminal

// On a slow link it is proposed to draw less. The question takes no keys from studying, and whoever answered it is not
// asked again on this machine: the answer is its setting.

extension Desk {
    /// The question, in as many words as there is room for; nil where none stands.
    func proposal(columns: Int) -> String? {
        guard proposesSlow else { return nil }
        let (less, all) = keymap.inForce {
            (KeyTable.desk.word(of: .drawLess), KeyTable.desk.word(of: .drawAll))
        }
        // What a screen says at the right of the rule has room beside it.
        switch columns {
        case 80...: return "this link is slow: \(less) draws less, \(all) leaves it so"
        case 60...: return "slow link: \(less) draws less, \(all) no"
        default: return "slow? \(less) yes \(all) no"
        }
    }

    mutating func answerProposal(_ value: String, at now: Moment) -> Bool {
        proposesSlow = false
        switch noting(.changeMachine(.slowLink, to: value)) {
        case .success:
            message = "slow link: \(value), in the settings"
            // A screen that shows the setting shows what it is now.
            noticeChange(at: now)
        case .failure(let refusal): message = refusal.message
        }
        return true
    }
}
