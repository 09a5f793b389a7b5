/// What a session was started from: at most one session of a key is active at a time on one machine.
public enum SessionKey: Hashable, Sendable {
    case channel(String, subChannel: String? = nil)
    /// Practice over a certification or one of its domains.
    case certification(String, domain: String? = nil)
    case exam(certification: String)
    case path(String, milestone: String? = nil)
    case tag(String)
    case bookmarks
    /// Wrong answers: all of them, or those of one session.
    case wrong(session: String? = nil)
    case search(hash: String)
    /// The part of something that a search's fields admit.
    indirect case filtered(SessionKey, by: String)
    case review
    case test(String)

    /// As it stands in `userSessions.sessionKey`.
    public var text: String {
        switch self {
        case .channel(let id, let subChannel): "channel-session-\(id)" + Self.part(subChannel)
        case .certification(let id, let domain): "cert-session-\(id)" + Self.part(domain)
        case .exam(let id): "certification-session-\(id)"
        case .path(let id, let milestone): "path-session-\(id)" + Self.part(milestone)
        case .tag(let tag): "tag-session-\(tag)"
        case .bookmarks: "bookmarks-session"
        case .wrong(let session): "wrong-session" + (session.map { "-\($0)" } ?? "")
        case .search(let hash): "search-session-\(hash)"
        case .filtered(let whole, let fields): "\(Self.filteredPrefix)\(whole.text)?\(fields)"
        case .review: "review-session"
        case .test(let id): "test-session-\(id)"
        }
    }

    private static let filteredPrefix = "filtered-session-"

    private static func part(_ text: String?) -> String { text.map { "/\($0)" } ?? "" }
}

extension SessionKey {
    /// Reads what `text` wrote; nil for anything else.
    public init?(text: String) {
        func rest(after prefix: String) -> String? {
            text.hasPrefix(prefix) ? String(text.dropFirst(prefix.count)) : nil
        }
        func split(_ text: String) -> (String, String?) {
            let parts = text.split(separator: "/", maxSplits: 1).map(String.init)
            return (parts.first ?? "", parts.count > 1 ? parts[1] : nil)
        }
        if let rest = rest(after: "certification-session-") {
            self = .exam(certification: rest)
        } else if let rest = rest(after: "channel-session-") {
            let (id, part) = split(rest)
            self = .channel(id, subChannel: part)
        } else if let rest = rest(after: "cert-session-") {
            let (id, part) = split(rest)
            self = .certification(id, domain: part)
        } else if let rest = rest(after: "path-session-") {
            let (id, part) = split(rest)
            self = .path(id, milestone: part)
        } else if let rest = rest(after: "tag-session-") {
            self = .tag(rest)
        } else if let rest = rest(after: "wrong-session") {
            self = .wrong(session: rest.isEmpty ? nil : String(rest.dropFirst()))
        } else if let rest = rest(after: "search-session-") {
            self = .search(hash: rest)
        } else if let rest = rest(after: Self.filteredPrefix) {
            guard let mark = rest.firstIndex(of: "?"), let whole = SessionKey(text: String(rest[..<mark])) else {
                return nil
            }
            self = .filtered(whole, by: String(rest[rest.index(after: mark)...]))
        } else if let rest = rest(after: "test-session-") {
            self = .test(rest)
        } else if text == "bookmarks-session" {
            self = .bookmarks
        } else if text == "review-session" {
            self = .review
        } else {
            return nil
        }
    }
}
