/// What `chmod` is asked for: `640`, `u+x`, `g=u,o-rwx`, `+t`, in the grammar of GNU's tools.
struct FileModeChange {
    private enum Rights {
        /// Bits for everybody, of which those of the named ones count, and whether `X` is among the letters.
        case bits(Int, searchesOnly: Bool)
        /// Those that one of them has already, the lowest three bits of the mode shifted by so many.
        case copied(shift: Int)
    }

    private struct Step {
        /// Whose bits are meant; nil where nobody is named: then those that the umask leaves.
        var affected: Int?
        var sign: Character
        var rights: Rights
        /// The bits that are spoken of: a directory keeps its setuid and setgid unless they are.
        var mentioned: Int
    }

    static let all = 0o7777
    private static let whose: [Character: Int] = ["u": 0o4700, "g": 0o2070, "o": 0o1007, "a": all]
    private static let letters: [Character: Int] = [
        "r": 0o444, "w": 0o222, "x": 0o111, "X": 0, "s": 0o6000, "t": 0o1000,
    ]
    private static let shifts: [Character: Int] = ["u": 6, "g": 3, "o": 0]
    private static let setID = 0o6000

    private var steps: [Step] = []

    /// Nil where the text is no mode.
    init?(_ text: String) {
        if let number = Self.octal(text) {
            // Five digits and more speak of every bit.
            let mentioned = text.count < 5 ? number & Self.setID | 0o1777 : Self.all
            steps = [
                Step(affected: Self.all, sign: "=", rights: .bits(number, searchesOnly: false), mentioned: mentioned)
            ]
            return
        }
        for clause in text.split(separator: ",", omittingEmptySubsequences: false) {
            let who = clause.prefix { Self.whose[$0] != nil }
            let affected = who.isEmpty ? nil : who.reduce(0) { $0 | (Self.whose[$1] ?? 0) }
            var rest = clause[who.endIndex...]
            guard !rest.isEmpty else { return nil }
            while let sign = rest.popFirst() {
                guard "+-=".contains(sign) else { return nil }
                let word = rest.prefix { !"+-=".contains($0) }
                rest = rest[word.endIndex...]
                // Nothing stands behind a number.
                guard let step = Self.step(sign, word, affected), Self.octal(word) == nil || rest.isEmpty else {
                    return nil
                }
                steps.append(step)
            }
        }
    }

    private static func octal(_ text: some StringProtocol) -> Int? {
        guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x37).contains($0) }) else { return nil }
        return Int(text, radix: 8).flatMap { $0 <= all ? $0 : nil }
    }

    private static func step(_ sign: Character, _ word: Substring, _ affected: Int?) -> Step? {
        if let number = octal(word) {
            guard affected == nil else { return nil }
            return Step(affected: all, sign: sign, rights: .bits(number, searchesOnly: false), mentioned: all)
        }
        if word.count == 1, let letter = word.first, let shift = shifts[letter] {
            return Step(affected: affected, sign: sign, rights: .copied(shift: shift), mentioned: 0)
        }
        var bits = 0
        for letter in word {
            guard let right = letters[letter] else { return nil }
            bits |= right
        }
        return Step(
            affected: affected, sign: sign, rights: .bits(bits, searchesOnly: word.contains("X")),
            mentioned: bits & (affected ?? all))
    }

    /// The mode after the change.
    ///
    /// - Parameters:
    ///   - old: The mode before it, with setuid, setgid and the sticky bit: 0 to 0o7777.
    ///   - umask: The rights that nobody gets who is not named.
    func applied(to old: Int, isDirectory: Bool, umask: Int) -> Int {
        steps.reduce(old) { mode, step in
            let kept = isDirectory ? Self.setID & ~step.mentioned : 0
            var value = 0
            switch step.rights {
            case .bits(let bits, let searchesOnly):
                value = bits
                if searchesOnly, isDirectory || mode & 0o111 != 0 { value |= 0o111 }
            case .copied(let shift): value = (mode >> shift & 7) * 0o111
            }
            value &= (step.affected ?? ~umask) & ~kept
            switch step.sign {
            case "+": return mode | value
            case "-": return mode & ~value
            default:
                let preserved = (step.affected.map { ~$0 } ?? 0) | kept
                return (mode & preserved | value) & Self.all
            }
        }
    }
}
