/// A directory that packs are kept under: `channels/`, `certifications/`, `paths/`, `interviews/` and `shells/` with a
/// `.yaml` file each, or such files side by side.
public struct PackRoot: Codable, Equatable, Hashable, Sendable {
    /// Absolute.
    public var path: String
    /// Shipped with the program; the learner's own packs come on top of it.
    public var isBuiltIn: Bool

    public init(path: String, isBuiltIn: Bool) {
        self.path = path
        self.isBuiltIn = isBuiltIn
    }

    static let folders = ["shells", "channels", "certifications", "paths", "interviews"]
}
