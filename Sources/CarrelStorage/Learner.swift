import CarrelCore

/// The one row of `users`.
enum Learner {
    /// The id of the file's learner, who is entered with the first opening.
    static func find(
        in database: Database, now: Timestamp, using generator: inout SplitMix64
    ) throws -> String {
        if let id = try known(in: database) { return id }
        return try database.transaction {
            // Another first start may have been quicker.
            if let id = try known(in: database) { return id }
            let id = uuid(using: &generator)
            try database.run("INSERT INTO users(id, username, createdAt) VALUES (?, 'learner', ?)", id, now)
            return id
        }
    }

    static func known(in database: Database) throws -> String? {
        try database.first("SELECT id FROM users ORDER BY createdAt, id LIMIT 1") { $0.text(0) }
    }

    /// A random UUID (RFC 9562, version 4).
    static func uuid(using generator: inout some RandomNumberGenerator) -> String {
        let high = generator.next() & 0xFFFF_FFFF_FFFF_0FFF | 0x4000
        let low = generator.next() & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
        let digits = Array(
            [high, low].map { word in
                let hex = String(word, radix: 16)
                return String(repeating: "0", count: 16 - hex.count) + hex
            }.joined())
        return [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(digits[$0]) }.joined(separator: "-")
    }
}

extension Store {
    /// Brings `learner` in step with the file: another terminal may have merged a file and adopted its learner's id.
    public func followLearner() throws { learner = try Learner.known(in: database) ?? learner }
}
