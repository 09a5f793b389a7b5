import CarrelCore

/// The pack files under one root, found by name and looked at, not read.
struct PackFinder {
    let root: String
    private(set) var files: [PackFile] = []
    private(set) var faults: [PackFault] = []
    /// Whether the root is there to be looked into; where it is not, nothing of it is gone.
    private(set) var exists = false

    init(root: String) {
        self.root = root
        do throws(FileProblem) {
            guard try FileAccess.isDirectory(root) else {
                throw FileProblem("is no directory; packs are kept in one")
            }
            exists = true
        } catch {
            if !error.isMissing { fault(error.message, at: root) }
            return
        }
        for folder in PackRoot.folders { look(into: root + "/" + folder) }
        look(into: root)
    }

    private mutating func look(into directory: String) {
        do throws(FileProblem) {
            for name in try FileAccess.names(in: directory) {
                let path = directory + "/" + name
                if name.hasSuffix(".yaml") {
                    take(path)
                } else if name.hasSuffix(".yml") {
                    fault("is not read; name it .yaml", at: path, .warning)
                }
            }
        } catch {
            if !error.isMissing { fault(error.message, at: directory) }
        }
    }

    private mutating func take(_ path: String) {
        do throws(FileProblem) {
            files.append(try FileAccess.status(of: path, root: root))
        } catch {
            fault(error.message, at: path)
        }
    }

    private mutating func fault(_ message: String, at path: String, _ severity: PackFault.Severity = .error) {
        faults.append(PackFault(severity: severity, file: path, message: message))
    }
}
