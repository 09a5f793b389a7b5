/// What a search may ask for beside words.
public enum SearchField: String, CaseIterable, Sendable {
    case tag, kind, channel
    case certification = "cert"
    case difficulty, company
    case status = "is"

    /// In a sentence, before a value.
    var word: String {
        switch self {
        case .certification: "certification"
        case .status: "status"
        default: rawValue
        }
    }

    /// Whether a value says by itself what field it is of.
    var isNamedByValue: Bool { self == .kind || self == .difficulty || self == .status }

    /// All values there are; nil where the catalogue decides.
    public var values: [String]? {
        switch self {
        case .kind: QuestionKind.allCases.map(\.rawValue)
        case .difficulty: Difficulty.ofQuestions.map(\.rawValue)
        case .status: QuestionStatus.allCases.map(\.rawValue)
        case .tag, .channel, .certification, .company: nil
        }
    }

    /// `certification:` is taken for `cert:`.
    init?(name: String) {
        let name = name.lowercased()
        self.init(rawValue: name == "certification" ? "cert" : name)
    }
}
