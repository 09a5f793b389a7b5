/// `carrel manual`: the manual page, made from the table of commands.
struct ManualCommand: CommandLineCommand {
    init(_ invocation: Invocation, _ places: Places) {}

    func run() throws -> Int32 {
        Console.put(ManualPage().text)
        return 0
    }
}
