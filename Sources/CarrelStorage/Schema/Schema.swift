/// The tables, and how an older file becomes a current one.
enum Schema {
    /// One step from a version to the next.
    struct Migration: Sendable {
        var sql: String
        /// Whether it changes rows that exist, so that a copy of the file is made first.
        var rewritesData = false
    }

    /// The step to version n stands at n − 1. A released step never changes.
    static let migrations = [
        Migration(
            sql: [catalogue, maintenance, journal, learner, caches, search, indexes, views, triggers]
                .joined(separator: "\n"))
    ]

    /// Carries out the steps a file still lacks and returns the version it was at.
    ///
    /// The version is read under the write lock, so that two first starts do not both run a step.
    ///
    /// - Parameter backUp: Makes a copy of the file beside it; called before a step that rewrites data.
    /// - Throws: `StoreError.newerFile`, leaving the file as it is.
    static func upgrade(
        _ database: Database, migrations: [Migration] = Schema.migrations, backUp: (_ version: Int) throws -> Void
    ) throws -> Int {
        try database.transaction {
            let version = Int(try database.integer("PRAGMA user_version"))
            guard version <= migrations.count else {
                throw StoreError.newerFile(version: version, known: migrations.count, path: database.path)
            }
            let steps = migrations.dropFirst(version)
            if version > 0, steps.contains(where: \.rewritesData) { try backUp(version) }
            for (place, step) in zip((version + 1)..., steps) {
                try database.execute(step.sql)
                try database.execute("PRAGMA user_version = \(place)")
            }
            return version
        }
    }
}
