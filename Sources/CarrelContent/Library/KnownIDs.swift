/// What the catalogue already holds, for references to packs that are not read again.
public struct KnownIDs: Equatable, Sendable {
    /// By id, the absolute path of the file it was loaded from (empty when unknown), for each kind.
    public var questions: [String: String]
    public var channels: [String: String]
    public var certifications: [String: String]
    public var paths: [String: String]
    public var interviews: [String: String]
    public var shells: [String: String]
    /// The ids of sub-channels by channel, and of domains by certification.
    public var parts: [String: Set<String>]

    public init(
        questions: [String: String] = [:], channels: [String: String] = [:], certifications: [String: String] = [:],
        paths: [String: String] = [:], interviews: [String: String] = [:], shells: [String: String] = [:],
        parts: [String: Set<String>] = [:]
    ) {
        self.questions = questions
        self.channels = channels
        self.certifications = certifications
        self.paths = paths
        self.interviews = interviews
        self.shells = shells
        self.parts = parts
    }

    subscript(kind: CatalogueName.Kind) -> [String: String] {
        switch kind {
        case .question: questions
        case .channel: channels
        case .certification: certifications
        case .path: paths
        case .interview: interviews
        case .shell: shells
        }
    }
}

/// An id with what it names.
struct CatalogueName: Hashable {
    enum Kind: String, CaseIterable { case question, channel, certification, path, interview, shell }

    var kind: Kind
    var id: String

    /// Two names that share this cannot both exist: channels and certifications have one namespace.
    var unique: CatalogueName { CatalogueName(kind: kind == .certification ? .channel : kind, id: id) }
}
