/// The rights that new files and directories are not given.
enum Umask {
    /// `umask`: what new files and directories are not given.
    static func umask(_ invocation: Invocation, _ scope: inout SimulationScope) throws(Complaint) -> CommandOutput {
        var words = invocation.arguments.map(\.text)
        let isSymbolic = words.first == "-S"
        if isSymbolic { words.removeFirst() }
        if let option = words.first, option.hasPrefix("-") {
            throw Complaint("bash: umask: \(option) is beyond this simulated umask")
        }
        if let text = words.first {
            guard let change = FileModeChange(text) else {
                let isNumber = text.first?.isNumber ?? false
                throw Complaint(
                    isNumber
                        ? "bash: umask: \(text): octal number out of range"
                        : "bash: umask: `\(text)': invalid symbolic mode operator")
            }
            // A number is what is taken away, letters are what is left.
            let isNumber = text.allSatisfy(\.isNumber)
            let asked = change.applied(to: isNumber ? 0 : 0o777 & ~scope.umask, isDirectory: false, umask: 0) & 0o777
            scope.umask = isNumber ? asked : 0o777 & ~asked
            if !isSymbolic { return CommandOutput() }
        }
        guard isSymbolic else {
            return CommandOutput(text: String(scope.umask, radix: 8).leftFilled(to: 4) + "\n")
        }
        let left = 0o777 & ~scope.umask
        let parts = [("u", 6), ("g", 3), ("o", 0)].map { who, shift in
            who + "=" + zip("rwx", [4, 2, 1]).filter { left >> shift & $0.1 != 0 }.map { String($0.0) }.joined()
        }
        return CommandOutput(text: parts.joined(separator: ",") + "\n")
    }
}
