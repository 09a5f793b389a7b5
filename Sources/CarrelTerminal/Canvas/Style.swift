/// What a piece of text is for; a theme decides what that looks like.
public enum Role: UInt8, CaseIterable, Sendable {
    case text, muted, heading, title, key, selection, right, wrong, partly, flag, bookmark, code, link, border, field,
        match, alert, progress
    /// What highlighted source is made of; the rest of it is `code`.
    case codeKeyword, codeString, codeComment, codeNumber, codeName
}

/// Emphasis added to the look of a role.
public struct Traits: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8

    public init(rawValue: UInt8) { self.rawValue = rawValue }

    public static let bold = Traits(rawValue: 1)
    public static let italic = Traits(rawValue: 2)
    public static let underline = Traits(rawValue: 4)
    public static let reverse = Traits(rawValue: 8)
    public static let dim = Traits(rawValue: 16)
    /// Shown dim: ncurses has no struck-out text.
    public static let strikethrough = Traits(rawValue: 32)
}

/// How a cell looks: the role of its text, and emphasis.
public struct Style: Hashable, Sendable {
    public var role: Role
    public var traits: Traits

    public init(_ role: Role, _ traits: Traits = []) {
        self.role = role
        self.traits = traits
    }

    /// The same role with `traits` added.
    public func with(_ traits: Traits) -> Style { Style(role, self.traits.union(traits)) }
}

extension Style {
    public static let text = Style(.text)
    public static let muted = Style(.muted)
    public static let heading = Style(.heading)
    public static let title = Style(.title)
    public static let key = Style(.key)
    public static let selection = Style(.selection)
    public static let right = Style(.right)
    public static let wrong = Style(.wrong)
    public static let partly = Style(.partly)
    public static let flag = Style(.flag)
    public static let bookmark = Style(.bookmark)
    public static let code = Style(.code)
    public static let link = Style(.link)
    public static let border = Style(.border)
    public static let field = Style(.field)
    public static let match = Style(.match)
    public static let alert = Style(.alert)
    public static let progress = Style(.progress)
    public static let codeKeyword = Style(.codeKeyword)
    public static let codeString = Style(.codeString)
    public static let codeComment = Style(.codeComment)
    public static let codeNumber = Style(.codeNumber)
    public static let codeName = Style(.codeName)
}
