import Testing

@Suite("Control sequences in what others wrote")
struct ControlSequenceTests {
    /// Sets the title of a terminal, if it ever gets there.
    private let attack = "\u{1B}]0;pwned\u{7}"

    private func pack(question: String, key: String = "") -> String {
        """
        channel: hostile
        title: Hostile
        category: security
        description: A pack that wants more of the terminal than to be read.
        subChannels: [{id: text, title: Text}]
        questions:
          - id: hostile-text
            subChannel: text
            kind: single
            difficulty: beginner
            \(key)
            question: "\(question)"
            options:
              - {id: one, text: "True one", correct: true, why: "One is right."}
              - {id: two, text: "False two", why: "Two is wrong."}
            explanation: Whoever wrote the question wanted to write to the terminal as well.
        """
    }

    @Test("Sequences in a pack's text, keys and file name reach no terminal, in full screen or in print")
    func packText() throws {
        let learner = try Learner()
        try learner.addsPack(pack(question: "Is \\e]0;pwned\\a this \\x9b31m text?"), as: "channels/text.yaml")
        try learner.addsPack(
            pack(question: "Is this a key that is known here?", key: "\"\\e]0;pwned\\a\": 1"), as: "channels/key.yaml")
        try learner.addsPack("channel: [", as: "channels/\(attack).yaml")
        let app = try learner.opensTerminal()
        let recording = app.window.recording
        try app.starts()
        try app.opens("packs have faults").sees("text.yaml", "key.yaml")
        try app.presses("G").leaves()
        try recording.waits(for: "\u{1B}[?1049l")
        #expect(!recording.bytes.contains(attack))
        #expect(!recording.bytes.contains("\u{1B}]0;"))
        #expect(!recording.bytes.contains("\u{9B}"))

        for output in [try learner.runs("load"), try learner.runs("lint", learner.home + "/data/carrel/packs")] {
            #expect(output.status == 1)
            #expect(output.text.contains("U+001B is not allowed"), "what is wrong is told")
            #expect(output.text.utf8.allSatisfy { $0 >= 0x20 || $0 == 0x0A })
            #expect(!output.text.unicodeScalars.contains { (0x7F...0x9F).contains($0.value) })
        }
    }

    @Test("Text that would turn the reading order round is shown without the characters that do so")
    func bidirectionalText() throws {
        let learner = try Learner()
        try learner.addsPack(
            pack(question: "Is \\u202Ethis\\u202C text \\u2066safe\\u2069 to be read?"), as: "channels/text.yaml")
        let app = try learner.opensTerminal()
        let recording = app.window.recording
        try app.starts()
        if try app.screen().contains("faults") {
            try app.opens("faults").sees("text.yaml")
        } else {
            try app.opens("Browse all channels").opens("Hostile").opens("Text").opens("Is this text safe")
            try app.answersRight()
        }
        try app.leaves()
        try recording.waits(for: "\u{1B}[?1049l")
        for character in ["\u{202E}", "\u{202C}", "\u{2066}", "\u{2069}"] {
            #expect(!recording.bytes.contains(character))
        }
    }

    @Test("A pasted answer with a sequence in it is kept as text, and shown without it")
    func pastedAnswer() throws {
        let learner = try Learner()
        let app = try learner.opensTerminal()
        let recording = app.window.recording
        try app.starts("practice desk-ttl").seesField()
        try app.pastes("before\(attack)after").sees("before", "after")
        try app.reveals()
        try app.leaves()
        try recording.waits(for: "\u{1B}[?1049l")
        #expect(!recording.bytes.contains("\u{1B}]0;"))
        #expect(recording.bytes.contains("after"))
    }
}
