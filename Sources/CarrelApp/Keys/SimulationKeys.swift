import CarrelTerminal

// Keys where a simulation is answered: at its prompt nearly every key is text; the commands have the others.

extension KeyTable where Facts == QuestionFacts, Action == QuestionAction {
    static let simulation = KeyTable(
        .simulation, "Keys at the prompt", cases: QuestionFacts.cases,
        bindings: [
            Binding([.enter], .run, "run", help: "run the line", isHinted: true),
            Binding([.tab], .complete, "complete", help: "complete the word", isHinted: true),
            Binding([.char("?")], .listHelp, "what next", help: "list what may stand here", isHinted: true) {
                $0.hasPromptHelp
            },
            Binding([.up, .control("p")], .olderLine, "older", help: "the line entered before"),
            Binding([.down, .control("n")], .newerLine, "newer", help: "the line entered after"),
            Binding([.pageUp], .scrollBack, "scroll back", help: "what was printed before"),
            Binding([.pageDown], .scrollOn, "scroll on", help: "what was printed after"),
            Binding([.control("d")], .leaveMode, "exit", help: "leave the mode or the shell, on an empty line"),
            Binding([.control("z")], .endModes, "end", help: "run what is typed, and leave configuration") {
                $0.hasPromptHelp
            },
            Binding([.control("l")], .clearPrompt, "clear", help: "clear what was printed"),
            Binding([.control("c")], .dropLine, "drop", help: "drop the line that is typed"),
            Binding([.escape], .leaveField, "commands", help: "leave the prompt for the commands", isHinted: true),
        ])

    static let simulationCommands = KeyTable(
        .simulationCommands, "Keys beside the prompt", cases: QuestionFacts.cases,
        bindings: [
            Binding([.enter], .answer, "answer", help: "answer with what the devices are now", isHinted: true),
            Binding([.char("0")], .dontKnow, "don't know", help: "don't know: see the answer"),
        ] + promptCommands + scrollingByLines + scrolling + item + leaving)

    static let examSimulation = KeyTable(
        .examSimulation, "Keys beside the prompt, in an exam", cases: QuestionFacts.cases,
        bindings: going(withArrows: true) + promptCommands + scrollingByLines + scrolling + examItem + examLeaving)

    private static let promptCommands: [Binding<QuestionFacts, QuestionAction>] = [
        Binding([.tab], .enterField, "prompt", help: "back to the prompt", isHinted: true),
        Binding(
            digits.map { Key.char($0) }, shown: "1-9", .device, "device", help: "to the prompt of that device"),
        Binding([.char("r")], .reset, "reset", help: "begin again as it was; asks first", isHinted: true),
    ]

    private static let scrollingByLines: [Binding<QuestionFacts, QuestionAction>] = [
        Binding([.up, .char("k")], .up, "up", help: "scroll the question up"),
        Binding([.down, .char("j")], .down, "down", help: "scroll the question down"),
    ]
}
