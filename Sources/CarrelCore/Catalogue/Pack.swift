/// One pack file, read and free of faults: what the catalogue takes in.
public struct Pack: Equatable, Sendable {
    public enum Subject: Equatable, Sendable {
        case channel(Channel)
        case certification(Certification)
        case path(LearningPath)
        case interview(Interview)
        case shell(Shell)
    }

    public var file: PackFile
    public var subject: Subject
    /// SHA-256 of the subject without its questions, in hex.
    public var subjectHash: String
    public var questions: [HashedQuestion]

    public init(file: PackFile, subject: Subject, subjectHash: String, questions: [HashedQuestion]) {
        self.file = file
        self.subject = subject
        self.subjectHash = subjectHash
        self.questions = questions
    }
}

/// A question with the SHA-256, in hex, of its canonical encoding: equal hashes, equal content.
public struct HashedQuestion: Equatable, Sendable {
    public var question: Question
    public var contentHash: String

    public init(question: Question, contentHash: String) {
        self.question = question
        self.contentHash = contentHash
    }
}

/// A spoken-style interview: questions in a fixed order.
public struct Interview: Codable, Equatable, Identifiable, Sendable {
    public var id: String
    public var topic: String
    public var description: String?
    public var channel: String
    public var difficulty: Difficulty
    public var questions: [String]
    public var estimatedMinutes: Int = 5

    public init(id: String, topic: String, channel: String, difficulty: Difficulty, questions: [String]) {
        self.id = id
        self.topic = topic
        self.channel = channel
        self.difficulty = difficulty
        self.questions = questions
    }
}

/// What the file system says of a pack file: how an unchanged one is recognised without reading it.
public struct PackFile: Codable, Equatable, Hashable, Sendable {
    /// Absolute.
    public var path: String
    /// The root it was found under, absolute.
    public var root: String
    /// Bytes.
    public var size: Int64
    /// Modification time in nanoseconds since 1970.
    public var modified: Int64
    public var inode: Int64
    /// SHA-256 of the bytes, in hex; empty until the file was read.
    public var hash: String

    public init(path: String, root: String, size: Int64, modified: Int64, inode: Int64, hash: String = "") {
        self.path = path
        self.root = root
        self.size = size
        self.modified = modified
        self.inode = inode
        self.hash = hash
    }

    /// Same place, size, time and inode: taken as unchanged without reading it.
    public func looksUnchanged(since recorded: PackFile) -> Bool {
        path == recorded.path && root == recorded.root && size == recorded.size && modified == recorded.modified
            && inode == recorded.inode
    }
}
