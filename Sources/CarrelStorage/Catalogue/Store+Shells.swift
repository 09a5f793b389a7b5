import CarrelCore

extension Store {
    /// The shell of that id with the shells it is based on laid under it; nil when it, or one of them, is not loaded.
    public func shell(_ id: String) throws -> Shell? {
        guard var shell = try storedShell(id) else { return nil }
        var seen: Set = [id]
        while let base = shell.base {
            guard seen.insert(base).inserted, let other = try storedShell(base) else { return nil }
            shell = shell.extending(other)
        }
        return shell
    }

    private func storedShell(_ id: String) throws -> Shell? {
        try database.first("SELECT body FROM shells WHERE id = ?", id) { try $0.json(0, as: Shell.self) } ?? nil
    }
}
