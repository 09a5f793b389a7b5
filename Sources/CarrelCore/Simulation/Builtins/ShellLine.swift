/// A line of a Unix shell, read as a whole before any of it runs: commands with pipes, redirections and `&&`, `||`, `;`
/// between them.
struct ShellLine {
    struct Stage {
        var words: [ShellWord] = []
        /// `>` with the file, `<<<` with the text, `2>&1` with nothing.
        var redirections: [(sign: String, target: ShellWord?)] = []

        var isEmpty: Bool { words.isEmpty && redirections.isEmpty }
    }

    struct Pipeline {
        /// What stands before it; `;` before the first.
        var connector = ";"
        var stages = [Stage()]
    }

    static let mostStages = 20

    private(set) var pipelines = [Pipeline()]

    init(_ line: String) throws(ShellWordReader.Refusal) {
        var pieces = try ShellWordReader.pieces(of: line)[...], stages = 1
        while let piece = pieces.popFirst() {
            switch piece {
            case .word(let word): changeLast { $0.words.append(word) }
            case .sign(let sign) where sign == "2>&1" || sign == "1>&2":
                changeLast { $0.redirections.append((sign, nil)) }
            case .sign(let sign) where sign.hasSuffix(">") || sign.hasPrefix("<"):
                guard case .word(let target)? = pieces.popFirst() else { throw Self.unexpected("newline") }
                changeLast { $0.redirections.append((sign, target)) }
            case .sign(let sign):
                stages += 1
                guard !lastIsEmpty, stages <= Self.mostStages else { throw Self.unexpected(sign) }
                if sign == "|" {
                    pipelines[pipelines.count - 1].stages.append(Stage())
                } else {
                    pipelines.append(Pipeline(connector: sign))
                }
            }
        }
        guard lastIsEmpty, let last = pipelines.last else { return }
        guard last.stages.count == 1, last.connector == ";" else {
            throw ShellWordReader.Refusal(message: "bash: syntax error: unexpected end of file")
        }
        pipelines.removeLast()
    }

    private var lastIsEmpty: Bool { pipelines.last?.stages.last?.isEmpty ?? true }

    private mutating func changeLast(_ change: (inout Stage) -> Void) {
        let last = pipelines.count - 1
        change(&pipelines[last].stages[pipelines[last].stages.count - 1])
    }

    private static func unexpected(_ token: String) -> ShellWordReader.Refusal {
        ShellWordReader.Refusal(message: "bash: syntax error near unexpected token `\(token)'")
    }
}
