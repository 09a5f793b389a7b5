import CarrelCore
import CarrelJSON

/// Writes what a pack is about: a channel, a certification or an interview.
struct SubjectWriter {
    let database: Database
    let now: Timestamp

    /// What became of a row that was put.
    enum Outcome { case added, changed, restored, unchanged }

    /// The table has neither a hash nor a status: the columns themselves are compared.
    func put(_ channel: Channel) throws -> Outcome {
        let isKnown = try exists(channel.id, in: "channels")
        try database.run(
            """
            INSERT INTO channels(id, title, description, category, icon, roles) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT(id) DO UPDATE SET
                title = excluded.title, description = excluded.description, category = excluded.category,
                icon = excluded.icon, roles = excluded.roles
            WHERE (title, description, category, icon, roles)
                IS NOT (excluded.title, excluded.description, excluded.category, excluded.icon, excluded.roles)
            """, channel.id, channel.title, channel.description, channel.category.rawValue, channel.icon,
            try JSONText.encode(unlessEmpty: channel.roles))
        let isChanged = database.changes > 0
        let areChanged = try putSubChannels(of: channel)
        return isKnown ? (isChanged || areChanged ? .changed : .unchanged) : .added
    }

    private func putSubChannels(of channel: Channel) throws -> Bool {
        let old = try database.rows(
            "SELECT id, title FROM subChannels WHERE channelId = ? ORDER BY position", channel.id
        ) { Channel.SubChannel(id: $0.text(0), title: $0.text(1)) }
        guard old != channel.subChannels else { return false }
        try database.run("DELETE FROM subChannels WHERE channelId = ?", channel.id)
        for (place, subChannel) in channel.subChannels.enumerated() {
            try database.run(
                "INSERT INTO subChannels(channelId, id, title, position) VALUES (?, ?, ?, ?)", channel.id,
                subChannel.id, subChannel.title, place)
        }
        return true
    }

    func put(_ certification: Certification, contentHash: String, pack: String) throws -> Outcome {
        let old = try status(of: certification.id, in: "certifications")
        try database.run(
            """
            INSERT INTO certifications(
                id, name, provider, description, icon, difficulty, category, estimatedHours, examCode, officialUrl,
                domains, channelMappings, tags, prerequisites, status, questionCount, passingScore, examDuration,
                createdAt, lastUpdated, rules, pack, contentHash)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, 0, ?16, ?17, ?18, ?18, ?19, ?20, ?21)
            ON CONFLICT(id) DO UPDATE SET
                name = excluded.name, provider = excluded.provider, description = excluded.description,
                icon = excluded.icon, difficulty = excluded.difficulty, category = excluded.category,
                estimatedHours = excluded.estimatedHours, examCode = excluded.examCode,
                officialUrl = excluded.officialUrl, domains = excluded.domains,
                channelMappings = excluded.channelMappings, tags = excluded.tags,
                prerequisites = excluded.prerequisites, status = excluded.status,
                passingScore = excluded.passingScore, examDuration = excluded.examDuration,
                lastUpdated = excluded.lastUpdated, rules = excluded.rules, pack = excluded.pack,
                contentHash = excluded.contentHash
            WHERE contentHash IS NOT excluded.contentHash OR status IS NOT excluded.status
            """, certification.id, certification.name, certification.provider, certification.description,
            certification.icon, certification.difficulty.rawValue, certification.category,
            certification.estimatedHours, certification.examCode, certification.officialURL,
            try JSONText.encode(certification.domains), try JSONText.encode(certification.channelMappings),
            try JSONText.encode(unlessEmpty: certification.tags),
            try JSONText.encode(unlessEmpty: certification.prerequisites), certification.status.rawValue,
            Int((100 * certification.rules.cut).rounded()), certification.rules.minutes, now,
            try JSONText.encode(certification.rules), pack, contentHash)
        return outcome(old: old, new: certification.status.rawValue)
    }

    func put(_ interview: Interview, contentHash: String, pack: String) throws -> Outcome {
        let isKnown = try exists(interview.id, in: "voiceSessions")
        try database.run(
            """
            INSERT INTO voiceSessions(
                id, topic, description, channel, difficulty, questionIds, totalQuestions, estimatedMinutes, createdAt,
                lastUpdated, pack, contentHash)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?9, ?10, ?11)
            ON CONFLICT(id) DO UPDATE SET
                topic = excluded.topic, description = excluded.description, channel = excluded.channel,
                difficulty = excluded.difficulty, questionIds = excluded.questionIds,
                totalQuestions = excluded.totalQuestions, estimatedMinutes = excluded.estimatedMinutes,
                lastUpdated = excluded.lastUpdated, pack = excluded.pack, contentHash = excluded.contentHash
            WHERE contentHash IS NOT excluded.contentHash
            """, interview.id, interview.topic, interview.description, interview.channel,
            interview.difficulty.rawValue, try JSONText.encode(interview.questions), interview.questions.count,
            interview.estimatedMinutes, now, pack, contentHash)
        return isKnown ? (database.changes > 0 ? .changed : .unchanged) : .added
    }

    func put(_ shell: Shell, contentHash: String, pack: String) throws -> Outcome {
        let isKnown = try exists(shell.id, in: "shells")
        try database.run(
            """
            INSERT INTO shells(id, title, extends, body, pack, contentHash, lastUpdated) VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT(id) DO UPDATE SET
                title = excluded.title, extends = excluded.extends, body = excluded.body, pack = excluded.pack,
                contentHash = excluded.contentHash, lastUpdated = excluded.lastUpdated
            WHERE contentHash IS NOT excluded.contentHash
            """, shell.id, shell.title, shell.base, try JSONText.encode(shell), pack, contentHash, now)
        return isKnown ? (database.changes > 0 ? .changed : .unchanged) : .added
    }

    /// Called right after the statement that put the row.
    ///
    /// - Parameter old: The status the row had; nil when there was none.
    func outcome(old: String?, new: String) -> Outcome {
        guard let old else { return .added }
        if database.changes == 0 { return .unchanged }
        return old == "archived" && new != "archived" ? .restored : .changed
    }

    func status(of id: String, in table: String) throws -> String? {
        try database.first("SELECT status FROM \(table) WHERE id = ?", id) { $0.text(0) }
    }

    private func exists(_ id: String, in table: String) throws -> Bool {
        try database.integer("SELECT EXISTS (SELECT 1 FROM \(table) WHERE id = ?)", id) == 1
    }
}
