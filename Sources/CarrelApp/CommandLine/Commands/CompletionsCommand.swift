/// `carrel completions SHELL`: what a shell needs to complete Carrel's command line, made from the table of commands.
struct CompletionsCommand: CommandLineCommand {
    enum Shell: String, CaseIterable, Sendable { case bash, zsh, fish }

    private let shell: Shell

    init(_ invocation: Invocation, _ places: Places) {
        shell = invocation.operands.first.flatMap(Shell.init(rawValue:)) ?? .bash
    }

    func run() throws -> Int32 {
        switch shell {
        case .bash: Console.put(BashCompletions().text)
        case .zsh: Console.put(ZshCompletions().text)
        case .fish: Console.put(FishCompletions().text)
        }
        return 0
    }
}
