/// Where what a command says goes, and what it complains of: `> file 2>&1`, `2> /dev/null`, `&>> log`.
struct Redirections {
    private enum Sink: Equatable {
        /// On to the next command, or the terminal.
        case onward
        case complaints
        case file(String, appending: Bool)
    }

    /// Nothing comes back from there.
    private static let nowhere = "/dev/null"

    private var text = Sink.onward
    private var errors = Sink.complaints
    private(set) var input: (isFile: Bool, text: String)?
    /// Every file that is opened, in its order: one that nothing goes to is made all the same.
    private var opened: [(path: String, appending: Bool)] = []

    init(_ signs: [(sign: String, target: String)]) {
        for (sign, target) in signs {
            switch sign {
            case "<": input = (true, target)
            case "<<<": input = (false, target + "\n")
            case "2>&1": errors = text
            case "1>&2": text = errors
            default:
                let appending = sign.hasSuffix(">>"), sink = Sink.file(target, appending: appending)
                opened.append((target, appending))
                if !sign.hasPrefix("2") { text = sink }
                if sign.hasPrefix("2") || sign.hasPrefix("&") { errors = sink }
            }
        }
    }

    /// Whether the next command, or the terminal, is told nothing.
    var takesText: Bool { text != .onward }

    /// Sends on what a command said. A refused one whose complaints are kept somewhere has done what was asked.
    func apply(to output: CommandOutput, _ scope: inout SimulationScope) -> CommandOutput {
        guard output.isAccepted || errors != .complaints else { return output }
        var left = output, written: [String: String] = [:]
        (left.text, left.errors) = ("", [])
        func send(_ lines: String, to sink: Sink) {
            switch sink {
            case .onward: left.text += lines
            case .complaints: left.errors += lines.outputLines
            case .file(let path, _): written[path, default: ""] += lines
            }
        }
        send(output.text, to: text)
        send(output.errors.asLines, to: errors)
        var isWritten: Set = [Self.nowhere]
        for (path, appending) in opened where isWritten.insert(path).inserted {
            do throws(FileRefusal) {
                try scope.write(written[path] ?? "", to: path, appending: appending)
            } catch {
                return .refused("bash: \(path): \(error.rawValue)")
            }
        }
        left.isAccepted = true
        left.status = output.status
        return left
    }
}
