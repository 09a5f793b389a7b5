import CarrelCore
import CarrelStorage
import Testing

@Suite("Lists on the command line")
struct ListingTests {
    @Test("Each list has a table, ids and JSON, and none of them makes the learner's file")
    func forms() throws {
        let learner = try Learner()
        for what in ["topics", "channels", "certifications", "paths", "questions"] {
            let table = try learner.runs("list", what)
            #expect(table.status == 0)
            let ids = try learner.runs("list", what, "--ids")
            #expect(ids.status == 0)
            #expect(!ids.lines.isEmpty)
            #expect(table.lines.count == ids.lines.count + 1)
            for (row, id) in zip(table.lines.dropFirst(), ids.lines) { #expect(row.hasPrefix(id + "  ")) }
            #expect(table.lines[0] == table.lines[0].uppercased())
        }
        #expect(try learner.runs("list", "sessions").text == "carrel: no sessions yet\n")
        #expect(try learner.runs("list", "bookmarks", "--json").text == "[]\n")
        #expect(!TextFile.exists(learner.home + "/data/carrel/carrel.db"))
    }

    @Test("Every topic that is listed can be practised")
    func topics() throws {
        let learner = try Learner()
        let topics = try learner.runs("list", "topics", "--ids").lines
        for id in ["networking", "networking/dns", "fundamentals", "fundamentals/money", "first-steps", "tag:tcp"] {
            #expect(topics.contains(id))
        }
        for topic in topics {
            // Without a terminal the ID is not looked at; a list of its questions looks at it.
            let questions = try learner.runs("list", "questions", "--in", topic, "--ids")
            #expect(questions.status == 0, "\(questions.text)")
            #expect(!questions.lines.isEmpty, "\(topic)")
        }
    }

    @Test("--limit bounds a list and says so; --in keeps to what an ID names")
    func limits() throws {
        let learner = try Learner()
        let few = try learner.runsLine("./carrel list questions --ids --limit 3 2> said")
        #expect(few.lines.count == 3)
        #expect(TextFile.text(of: learner.home + "/said") == "carrel: only the first 3; --limit all lists every one\n")
        let all = try learner.runs("list", "questions", "--ids", "--limit", "all").lines
        #expect(all.count == 10)
        #expect(Set(all).count == 10)
        #expect(Array(all.prefix(3)) == few.lines)
        let dns = try learner.runs("list", "questions", "--ids", "--in", "networking/dns").lines
        #expect(Set(dns) == ["desk-resolver", "desk-ttl", "desk-cname"])
        for wrong in [["--limit", "0"], ["--limit", "some"], ["--in", "netwroking"]] {
            #expect(try learner.runs(["list", "questions"] + wrong).status == 2)
        }
        #expect(try learner.runs("list", "channels", "--in", "networking").status == 2)
    }

    @Test("In a terminal a table is as wide as the terminal, and elsewhere as wide as its text")
    func width() throws {
        let learner = try Learner()
        let app = try learner.opensTerminal(columns: 60)
        let lines = try app.prints("~/carrel list questions --limit 4 2> /dev/null")
        #expect(lines.count == 5)
        #expect(lines.allSatisfy { $0.count <= 60 })
        #expect(lines.contains { $0.hasSuffix("…") })
        let whole = try learner.runs("list", "questions")
        #expect(!whole.text.contains("…"))
        #expect(whole.lines.contains { $0.count > 60 })
    }

    @Test("A reader that has enough ends a list quietly, and a full disk is told")
    func readerGoes() throws {
        let learner = try Learner()
        let piped = try learner.runsLine("./carrel list questions --limit all | head -n 1")
        #expect(piped.lines.count == 1, "\(piped.text)")
        #expect(piped.status == 0)
        let ignored = try learner.runsLine("trap '' PIPE; ./carrel list questions --json | true; echo ended")
        #expect(ignored.text == "ended\n")
        let full = try learner.runsLine("./carrel list questions > /dev/full")
        #expect(full.status == 1)
        #expect(full.text == "carrel: standard output: No space left on device\n")
    }

    @Test("What a pack or a learner wrote steers no terminal, and stands in JSON unchanged")
    func hostileText() throws {
        let learner = try Learner()
        try learner.addsPack(
            """
            channel: hostile
            title: "Hostile \\u202Ekcap"
            category: security
            description: A pack that turns text round.
            subChannels: [{id: text, title: Text}]
            questions:
              - id: hostile-text
                subChannel: text
                kind: single
                difficulty: beginner
                question: "Is this \\u202Etext\\u202C to be read from the left?"
                options:
                  - {id: one, text: "True one", correct: true, why: "One is right."}
                  - {id: two, text: "False two", why: "Two is wrong."}
                explanation: The reading order of a terminal's line is for nobody to turn round but its reader.
            """, as: "channels/hostile.yaml")
        #expect(try learner.runs("load").text.contains("questions: 11 added"))
        let store = try learner.file()
        let note = "before\u{1B}]0;pwned\u{7}\u{9B}31m\u{202E}after"
        try store.record(.bookmarkSet(BookmarkSet(note: note)), questionId: "desk-ttl")
        try store.close()
        for arguments in [
            ["list", "bookmarks"], ["list", "channels"], ["list", "topics"], ["list", "questions"],
            ["search", "reading"], ["show", "hostile-text", "--answer"], ["show", "desk-ttl"],
            ["list", "bookmarks", "--json"], ["list", "channels", "--json"], ["show", "hostile-text", "--json"],
            ["show", "desk-ttl", "--json"], ["stats", "--json"],
        ] {
            let output = try learner.runs(arguments)
            let steering = output.text.unicodeScalars.filter {
                ($0.value < 0x20 && $0 != "\n") || (0x7F...0x9F).contains($0.value)
                    || (0x202A...0x202E).contains($0.value)
            }
            #expect(steering.isEmpty, "\(arguments)")
        }
        #expect(try learner.runs("list", "bookmarks").text.contains("after"))
        let json = try learner.runs("list", "bookmarks", "--json").text
        #expect(json.contains("before\\u001b]0;pwned\\u0007\\u009b31m\\u202eafter"), "\(json)")
    }
}
