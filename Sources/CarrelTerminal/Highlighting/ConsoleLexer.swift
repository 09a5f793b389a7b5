/// A session at a prompt: prompts, what was typed at them, and what came back, which stays plain.
struct ConsoleLexer: CodeLexer {
    /// Longer ones are output that has a `$` in it.
    private static let longestPrompt = 48

    func scan(_ scanner: inout CodeScanner) {
        /// What is typed goes on after a line that ends with a backslash.
        var isContinued = false
        while !scanner.isAtEnd {
            scanner.withinLine { line in
                line.skipBlanks()
                let isComment = line.peek() == 0x23 && line.peek(1).isGap
                let isTyped = isContinued || !isComment && Prompt.read(&line, limit: Self.longestPrompt) == .shell
                if isTyped { ShellLexer().scan(&line) } else if isComment { line.lineComment() }
                line.skipLine()
                isContinued = isTyped && line.peek(-1) == 0x5C
            }
            scanner.advance()
        }
    }
}
