import CarrelCore

/// Why another file was not merged. Neither file was changed.
public enum MergeError: Error, Equatable, Sendable {
    /// There is no such file, or it cannot be read.
    case inaccessible(path: String, reason: String)
    /// A directory, a device, a pipe.
    case notAFile(path: String)
    /// It is the very file it was to be merged into.
    case sameFile(path: String)
    case empty(path: String)
    case notADatabase(path: String)
    /// A database of another program.
    case notCarrel(path: String)
    /// A table that is to be read, or what belongs to it, is not as Carrel makes it.
    case altered(path: String, object: String)
    /// The same, in a file of a newer program.
    case newer(path: String, version: Int, known: Int)
    case damaged(path: String, detail: String)
    /// An entry of its journal, or its learner, is not of the form Carrel writes.
    case malformed(path: String, row: String, column: String, expected: String)
    /// Both files have an entry of this id, with different content.
    case contradicting(path: String, entry: String, column: String)
    /// Its newest entry lies so far ahead of this machine's clock, in milliseconds.
    case clockAhead(path: String, milliseconds: Int64)
    /// It is somebody else's work.
    case otherLearner(path: String, theirs: LearnerName, ours: LearnerName)
    /// Another program holds its lock.
    case locked(path: String)
    /// It was written while it was read.
    case changing(path: String)
    /// There is no room for the copy that it has to be read from.
    case noRoom(path: String, reason: String)
}

extension MergeError {
    /// What SQLite said about the other file, told as the other file's.
    init(_ error: StoreError, path: String) {
        self =
            switch error {
            case .damaged(_, let detail, _): .damaged(path: path, detail: detail)
            case .notADatabase: .notADatabase(path: path)
            case .isDirectory: .notAFile(path: path)
            case .locked: .locked(path: path)
            case .inaccessible(_, let reason), .unwritable(_, let reason): .inaccessible(path: path, reason: reason)
            case .newerFile(let version, let known, _): .newer(path: path, version: version, known: known)
            case .altered(let object, _): .altered(path: path, object: object)
            case .foreignFile: .notCarrel(path: path)
            case .sqlite(let error): .damaged(path: path, detail: error.message)
            case .empty: .empty(path: path)
            case .unreadable, .missingFeature, .readOnly, .full, .inUse, .exists:
                .inaccessible(path: path, reason: error.description)
            }
    }

    /// Whether the same call may succeed when it is made again.
    public var isRetriable: Bool {
        switch self {
        case .locked, .changing, .noRoom: true
        default: false
        }
    }
}

extension MergeError: CustomStringConvertible {
    /// One line: what, where, what to do. What the other file says of itself is shown without control characters.
    public var description: String {
        switch self {
        case .inaccessible(let path, let reason):
            "\(path) cannot be read (\(reason)): nothing was merged"
        case .notAFile(let path):
            "\(path) is not a file: name the other machine's carrel.db"
        case .sameFile(let path):
            "\(path) is this file itself: name the other machine's carrel.db"
        case .empty(let path):
            "\(path) is empty: name a file that Carrel has written to"
        case .notADatabase(let path):
            "\(path) is not a SQLite database: name the other machine's carrel.db"
        case .notCarrel(let path):
            "\(path) is another program's database: name the other machine's carrel.db"
        case .altered(let path, let object):
            "\(path): \(shown(object)) is not as Carrel makes it; nothing was merged: merge an unaltered copy"
        case .newer(let path, let version, let known):
            "\(path) was written by a newer program (schema \(version), this one knows \(known)): "
                + "merge it with that program, or bring this one up to date"
        case .damaged(let path, let detail):
            "\(path) is damaged (\(shown(detail))); nothing was merged: merge a backup of it"
        case .malformed(let path, let row, let column, let expected):
            "\(path): \(shown(row)): \(column) should be \(expected); nothing was merged"
        case .contradicting(let path, let entry, let column):
            "\(path): entry \(shown(entry)) is also in this file, with another \(column); nothing was merged: "
                + "one of the files was tampered with or damaged, run carrel doctor on both"
        case .clockAhead(let path, let milliseconds):
            "\(path) is \(Self.span(milliseconds)) ahead of this machine's clock, at most 24 hours are taken; "
                + "nothing was merged: set the clock that is wrong"
        case .otherLearner(let path, let theirs, let ours):
            "\(path) is the work of \(theirs), this file that of \(ours); nothing was merged: "
                + "--as-me if both are you"
        case .locked(let path):
            "\(path) is being written by another program: try again"
        case .changing(let path):
            "\(path) was written while it was read; nothing was merged: try again"
        case .noRoom(let path, let reason):
            "\(path) has to be copied to be read, and was not (\(reason)): free some space and try again"
        }
    }

    private static func span(_ milliseconds: Int64) -> String {
        let hours = milliseconds / 3_600_000
        return hours < 72 ? "\(hours) hours" : "\(hours / 24) days"
    }
}

/// A learner as two files tell them apart.
public struct LearnerName: Equatable, Sendable, CustomStringConvertible {
    /// `users.id`.
    public var id: String
    public var username: String

    public init(id: String, username: String) {
        self.id = id
        self.username = username
    }

    /// Everybody is called "learner" until told otherwise, so the beginning of the id stands beside it.
    public var description: String { "“\(shown(username))” (\(shown(String(id.prefix(8)))))" }
}

/// Text of another's file as it may go to a terminal: on one line, no longer than a line, no escape sequences.
private func shown(_ text: String) -> String {
    let plain = text.unicodeScalars.lazy.prefix(120).map { scalar -> Character in
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: "?"
        default: Character(scalar)
        }
    }
    return String(plain)
}
