import CarrelCore
import CarrelStorage
import CarrelTerminal

/// Home's rows, and where each leads. A row is there only when what it names works and is not empty.
struct HomeContent {
    let facts: HomeFacts
    let glyphs: Glyphs
    let now: Moment

    var rows: [(row: ListRow, target: HomeScreen.Target)] {
        if facts.isFirstStart { return firstStart + faults }
        var sections = [active, library, activity].filter { !$0.isEmpty }
        if facts.channels + facts.certifications == 0, !facts.isLoading { sections.insert(nothingToStudy, at: 0) }
        return Array(sections.joined(separator: gap)) + faults
    }

    private var gap: [(row: ListRow, target: HomeScreen.Target)] { [ListRow].gap.map { ($0, .none) } }

    private var firstStart: [(row: ListRow, target: HomeScreen.Target)] {
        var rows: [(row: ListRow, target: HomeScreen.Target)] = [
            // Two lines, so that the narrowest screen has all of it.
            (.note("Start with one of these; \(KeyTable.list.word(of: .quit)) leaves."), .none),
            (.note("Everything is saved as you go."), .none),
        ]
        rows += gap
        for starter in facts.starters {
            let row = ListRow(label: starter.label, details: ["about \(starter.minutes) min"])
            rows.append((row, .start(starter.request)))
        }
        if facts.channels > 0 { rows.append((ListRow(label: "Browse all channels"), .open(.channels))) }
        if facts.certifications > 0 { rows.append((ListRow(label: "Browse certifications"), .open(.certifications))) }
        if facts.paths > 0 { rows.append((ListRow(label: "Browse learning paths"), .open(.paths))) }
        return rows
    }

    private var active: [(row: ListRow, target: HomeScreen.Target)] {
        guard !facts.active.isEmpty else { return [] }
        return [(.heading("Continue"), .none)]
            + facts.active.map { session in
                let title = [session.title, session.subtitle].compactMap { $0 }.joined(separator: " \(glyphs.crumb) ")
                let ago = RelativeTime.words(for: session.lastAccessedAt, now: now, dayStart: facts.dayStart)
                let row = ListRow(
                    label: "\(title) \(glyphs.separator) \(session.mode.rawValue)",
                    details: [
                        facts.clocks[session.id]?.words(at: now) ?? ago,
                        "\(session.completedItems)/\(session.totalItems)",
                    ])
                return (row, .open(.session(session.id)))
            }
            + (facts.moreActive > 0
                ? [(ListRow(label: "\(facts.moreActive) more under way", details: ["in History"]), .open(.history))]
                : [])
    }

    private var library: [(row: ListRow, target: HomeScreen.Target)] {
        let entries: [(String, Int, Destination)] = [
            ("Channels", facts.channels, .channels), ("Certifications", facts.certifications, .certifications),
            ("Learning paths", facts.paths, .paths), ("Bookmarks", facts.bookmarks, .bookmarks),
            ("Wrong answers", facts.wrong, .questions(QuestionListing(crumbs: ["Wrong answers"], topic: .wrong))),
            ("Tags", facts.tags, .tags), ("My reports", facts.reports, .reports(question: nil)),
        ]
        var rows = entries.filter { $0.1 > 0 }
            .map { (row: ListRow(label: $0.0, details: ["\($0.1)"]), target: HomeScreen.Target.open($0.2)) }
        if let last = facts.lastStudied {
            let ago = RelativeTime.words(for: last, now: now, dayStart: facts.dayStart)
            rows.append((ListRow(label: "History", details: [ago]), .open(.history)))
        }
        return [(.heading("Library"), .none)] + rows + search + [(ListRow(label: "Settings"), .open(.settings))]
    }

    private var search: [(row: ListRow, target: HomeScreen.Target)] {
        facts.hasQuestions ? [(ListRow(label: "Search", details: ["/"]), .open(.search))] : []
    }

    /// One cell a day, a week a column, oldest at the left.
    private var activity: [(row: ListRow, target: HomeScreen.Target)] {
        guard !facts.activity.isEmpty else { return [] }
        let today = StudyDay(now.at, zone: now.zone, start: facts.dayStart)
        // 1970-01-01 was a Thursday: weekdays count from Monday.
        let weekday = (today.number + 3) % 7
        let names = ["Mon", "   ", "Wed", "   ", "Fri", "   ", "Sun"]
        let week = names.enumerated().map { day, name in
            var line = "\(name)  "
            for column in 0..<12 {
                let offset = (11 - column) * 7 + weekday - day
                let answers = facts.activity[StudyDay(today.number - offset)] ?? 0
                line += (offset < 0 ? " " : shade(answers)) + " "
            }
            return (row: ListRow.note(line), target: HomeScreen.Target.none)
        }
        let legend =
            "answers a day  "
            + zip(glyphs.shades, ["0", "1", "5", "15", "30+"]).map { "\($0) \($1)" }
            .joined(separator: "  ")
        return [(.heading("Last 12 weeks"), .none)] + week + [(.note(legend), .none)]
    }

    /// Fixed steps, so that a day's shade means the same next week.
    private func shade(_ answers: Int) -> String {
        let step = [1, 5, 15, 30].count { answers >= $0 }
        return glyphs.shades[min(step, glyphs.shades.count - 1)]
    }

    private var nothingToStudy: [(row: ListRow, target: HomeScreen.Target)] {
        [(.heading("No packs found"), .none)]
            + facts.searchedPaths.map { (.note("looked in \($0)"), .none) }
            + [(.note("Load some with: carrel load PATH"), .none)]
    }

    private var faults: [(row: ListRow, target: HomeScreen.Target)] {
        var rows: [(row: ListRow, target: HomeScreen.Target)] = []
        if facts.faultyPacks > 0 {
            let words = RelativeTime.count(facts.faultyPacks, "pack") + (facts.faultyPacks == 1 ? " has" : " have")
            rows.append((faultRow("\(words) faults"), .open(.faults(facts.faults))))
        }
        if !facts.settingFaults.isEmpty {
            let lines = facts.settingFaults + ["Carrel reads the file when it starts; carrel config says more."]
            let page = Destination.text(crumbs: ["Faults in the settings"], paragraphs: lines)
            let count = RelativeTime.count(facts.settingFaults.count, "fault")
            rows.append((faultRow("\(count) in config.yaml"), .open(page)))
        }
        return rows.isEmpty ? [] : gap + rows
    }

    private func faultRow(_ words: String) -> ListRow {
        ListRow(
            glyph: glyphs.wrong, glyphStyle: .wrong, state: "",
            label: "\(words) \(glyphs.separator) \(KeyTable.list.word(of: .open)) lists them")
    }
}
