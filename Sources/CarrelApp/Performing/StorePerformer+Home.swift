import CarrelCore
import CarrelStorage

extension StorePerformer {
    func home() throws -> HomeFacts {
        let now = clock()
        let settings = try learnerSettings()
        let dayStart = settings.dayStartMinutes
        let today = StudyDay(now.at, zone: now.zone, start: dayStart)
        let counts = try store.libraryCounts()
        var facts = HomeFacts()
        // Where the clock runs on nobody can wait for the others to be ended.
        let found = try store.sessionsToGoOnWith()
        let active = found.filter(\.mode.runsAlone) + found.filter { !$0.mode.runsAlone }
        facts.active = Array(active.prefix(HomeFacts.shownSessions))
        for row in facts.active where row.timeLimit != nil {
            facts.clocks[row.id] = try store.session(row.id).flatMap { ExamCountdown(StudySession($0), at: now) }
        }
        facts.moreActive = active.count - facts.active.count
        facts.ranOut = facts.active.map(\.id).filter { id in
            facts.clocks[id].map { $0.runsAlone && $0.left(at: now) == 0 } ?? false
        }
        facts.channels = counts.channels
        facts.certifications = counts.certifications
        facts.paths = counts.paths
        facts.bookmarks = counts.bookmarks
        facts.wrong = counts.wrong
        facts.tags = counts.tags
        facts.reports = try store.reportCount()
        facts.lastStudied = try store.pastSessions(limit: 1).first?.lastAccessedAt
        facts.name = settings.name
        facts.dayStart = dayStart
        facts.streak = try store.studyStreak(today: today, dayStart: dayStart)
        facts.activity = try store.answers(from: StudyDay(today.number - 83), to: today, dayStart: dayStart)
        facts.faults = faults
        facts.settingFaults = machine.faults
        facts.faultyPacks = faultyPacks
        facts.searchedPaths = searchedPaths
        facts.isLoading = isLoading
        if try store.recentSessions(limit: 1).isEmpty { facts.starters = try starters() }
        return facts
    }

    /// A short session on the first channel and one on the first certification: something to press at once.
    private func starters() throws -> [Starter] {
        var starters: [Starter] = []
        let channels = try store.channels().filter { $0.total > 0 }
        // Everybody has used a network: the least surprising subject to begin with.
        if let channel = channels.first(where: { $0.id == "networking" }) ?? channels.first {
            let topic = StudyTopic.channel(channel.id, title: channel.title)
            starters.append(starter(topic, count: min(10, channel.total), "question", "on \(channel.title)"))
        }
        if let exam = try store.certifications().first(where: { $0.total > 0 }) {
            let topic = StudyTopic.certification(exam.id, name: exam.name)
            // Long names have a short one that everybody who sits the exam knows.
            let name = exam.name.count <= 24 ? exam.name : exam.examCode ?? exam.name
            starters.append(starter(topic, count: min(20, exam.total), "mixed question", "for \(name)"))
        }
        return starters
    }

    private func starter(_ topic: StudyTopic, count: Int, _ noun: String, _ subject: String) -> Starter {
        let choices = StudyChoices(count: count)
        return Starter(
            label: "\(RelativeTime.count(count, noun)) \(subject)", minutes: StudyPace.minutes(for: count),
            request: StudyRequest(topic: topic, choices: choices))
    }
}
