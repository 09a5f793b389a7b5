import CarrelTerminal
import Glibc

/// Lets the learner write a text in their own editor: `$VISUAL`, else `$EDITOR`, else what the system has.
struct ExternalEditor {
    /// Why a text did not come back; it is as it was before.
    enum Failure: Error, Equatable {
        case noTemporaryFile(reason: String)
        case notStarted(editor: String)
        case ended(status: Int32)
        case unreadable(reason: String)
        case tooLong
        case notText

        var message: String {
            switch self {
            case .noTemporaryFile(let reason): "no temporary file for the editor: \(reason)"
            case .notStarted(let editor): "\(editor) could not be started: set EDITOR to an editor that is here"
            case .ended(let status): "the editor ended with status \(status): the text is as it was"
            case .unreadable(let reason): "what the editor wrote cannot be read (\(reason)): the text is as it was"
            case .tooLong:
                "the text is longer than \(ExternalEditor.largestText / 1024) KiB: the one before is kept"
            case .notText: "what the editor wrote is not UTF-8 text: the text is as it was"
            }
        }
    }

    /// Bytes of the longest text that is taken back.
    static let largestText = LineEditor.largestText

    /// Read for VISUAL, EDITOR and PATH, and for where temporary files go.
    let environment: [String: String]
    /// Runs a program in the terminal to its end; answers with its exit status.
    let run: ([String]) -> Int32

    func edit(_ text: String) -> Result<String, Refusal> {
        do {
            return .success(try edited(text))
        } catch {
            return .failure(Refusal(message: error.message, isRetriable: false))
        }
    }

    private func edited(_ text: String) throws(Failure) -> String {
        let directory = try makeDirectory()
        // Editors leave backups and swap files beside the text; they go with it.
        defer { Self.remove(directory) }
        let file = directory + "/text.md"
        try Self.write(text.isEmpty || text.hasSuffix("\n") ? text : text + "\n", to: file)
        // The shell, as the editor may be a command with arguments. The file's name is never part of the script, so
        // nothing in it can be taken for a command.
        let status = run(["/bin/sh", "-c", command + " \"$1\"", "sh", file])
        switch status {
        case 0: return try Self.read(file)
        case 126, 127: throw .notStarted(editor: command)
        default: throw .ended(status: status)
        }
    }

    /// What is started; may carry arguments of its own, as in `code --wait`.
    private var command: String {
        for name in ["VISUAL", "EDITOR"] {
            if let value = environment[name], value.contains(where: { $0 != " " && $0 != "\t" }) { return value }
        }
        let paths = (environment["PATH"] ?? "").split(separator: ":")
        return paths.contains { access("\($0)/editor", X_OK) == 0 } ? "editor" : "vi"
    }

    // MARK: The file

    private static var reason: String { String(cString: strerror(errno)) }

    /// A directory nobody else can look into.
    private func makeDirectory() throws(Failure) -> String {
        let places =
            ["XDG_RUNTIME_DIR", "TMPDIR"].compactMap { environment[$0] }.filter { $0.hasPrefix("/") } + ["/tmp"]
        for place in places {
            var template = Array("\(place)/carrel-XXXXXX".utf8CString)
            if mkdtemp(&template) != nil { return String(decoding: template.dropLast().map(UInt8.init), as: UTF8.self) }
        }
        throw .noTemporaryFile(reason: Self.reason)
    }

    private static func write(_ text: String, to file: String) throws(Failure) {
        let descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .noTemporaryFile(reason: reason) }
        defer { close(descriptor) }
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .noTemporaryFile(reason: reason) }
            rest = rest.dropFirst(count)
        }
    }

    /// The text of the file without the line ends at its end, which editors add.
    private static func read(_ file: String) throws(Failure) -> String {
        let descriptor = open(file, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .unreadable(reason: reason) }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = Glibc.read(descriptor, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .unreadable(reason: reason) }
            if count == 0 { break }
            bytes += chunk[..<count]
            guard bytes.count <= largestText else { throw .tooLong }
        }
        guard let text = String(validating: bytes, as: UTF8.self), !text.unicodeScalars.contains("\0") else {
            throw .notText
        }
        return text.droppingLineEnds
    }

    private static func remove(_ directory: String) {
        if let stream = opendir(directory) {
            while let entry = readdir(stream) {
                let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                    pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                }
                if name != ".", name != ".." { unlink("\(directory)/\(name)") }
            }
            closedir(stream)
        }
        rmdir(directory)
    }
}

extension String {
    /// Without the line ends and spaces that nobody sees at its end.
    var droppingLineEnds: String {
        var text = self[...]
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }
}
