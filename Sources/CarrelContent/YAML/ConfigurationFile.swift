import Glibc

/// A short YAML file of `key: value` lines that a program and its owner both edit.
///
/// Read like a pack, with the place of every fault; changed line by line, so that comments and keys of others stay.
public struct ConfigurationFile: Sendable {
    /// One `key: value`.
    public struct Entry: Equatable, Sendable {
        public var key: String
        /// Nil where it is no plain text: a list, say.
        public var value: String?
        /// The value whatever it is.
        public var node: YAMLNode
        /// From 1.
        public var line: Int
    }

    /// What is wrong with one line.
    public struct LineFault: Equatable, Sendable {
        /// From 1.
        public var line: Int
        public var words: String
    }

    /// Why the file cannot be read or changed, in one line that names it.
    public struct Fault: Error, Equatable, Sendable, CustomStringConvertible {
        public var description: String

        public init(_ description: String) { self.description = description }
    }

    /// Larger files are refused unread: 64 KiB.
    static let largestSize = 64 << 10

    public let path: String
    /// As messages name it: a whole path would leave no room for what is wrong.
    public var name: String { Self.name(of: path) }
    public private(set) var entries: [Entry] = []
    /// What makes it unreadable as a whole; a file that is not there is only empty.
    public private(set) var fault: Fault?
    /// What is wrong with single lines, such as a key that was given before: the others count.
    public private(set) var lineFaults: [LineFault] = []
    private var text = ""

    public init(reading path: String) {
        self.path = path
        do throws(Fault) {
            text = try Self.contents(of: path) ?? ""
            (entries, lineFaults) = try Self.entries(of: text, path: path)
        } catch {
            fault = error
        }
    }

    /// Gives `key` a value and writes the file, readable by its owner alone where it is new, whole or not at all.
    ///
    /// - Throws: `Fault`, and nothing is changed: the file is faulty, or the system refused.
    public mutating func set(_ key: String, to value: String) throws(Fault) {
        if let fault { throw fault }
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let line = "\(key): \(value)"
        if let entry = entries.first(where: { $0.key == key }) {
            lines[entry.line - 1] = line + Self.comment(of: lines[entry.line - 1])
        } else {
            if lines.last == "" { lines.removeLast() }
            lines += [line, ""]
        }
        let changed = lines.joined(separator: "\n")
        let found: [Entry]
        let refusal = Fault("\(name): \"\(key)\" cannot be changed from here; write it on a line of its own")
        do throws(Fault) {
            found = try Self.entries(of: changed, path: path).entries
        } catch {
            throw refusal
        }
        let others = entries.filter { $0.key != key }.map { [$0.key, $0.value] }
        guard found.first(where: { $0.key == key })?.value == value,
            found.filter({ $0.key != key }).map({ [$0.key, $0.value] }) == others
        else { throw refusal }
        try Self.write(changed, to: path)
        text = changed
        entries = found
    }

    /// A comment behind a value, with the space before it.
    private static func comment(of line: String) -> String {
        let start = line.indices.first { line[$0...].hasPrefix(" #") }
        return start.map { String(line[$0...]) } ?? ""
    }

    private static func entries(
        of text: String, path: String
    ) throws(Fault) -> (entries: [Entry], faults: [LineFault]) {
        let faults = FaultCollector(file: path)
        let root = YAMLDocument(parsing: Array(text.utf8), faults: faults).root
        guard let root else {
            if let first = faults.faults.first { throw Fault("\(name(of: path)):\(first.line): \(first.message)") }
            return ([], [])
        }
        let lineFaults = faults.faults.map { LineFault(line: $0.line, words: $0.message) }
        if case .scalar("", .plain) = root.content { return ([], lineFaults) }
        guard case .mapping(let entries) = root.content else {
            throw Fault("\(name(of: path)):\(root.position.line): expected lines of key: value, not \(root.described)")
        }
        let found = entries.map { entry in
            var value: String?
            if case .scalar(let text, _) = entry.value.content { value = text }
            return Entry(key: entry.key, value: value, node: entry.value, line: entry.position.line)
        }
        return (found, lineFaults)
    }
}

extension ConfigurationFile {
    static func name(of path: String) -> String { String(path.split(separator: "/").last ?? "") }

    private static func refused(_ path: String, _ action: String) -> Fault {
        Fault("\(name(of: path)): \(action): \(String(cString: strerror(errno)))")
    }

    /// The text of a small file; nil where there is none.
    static func contents(of path: String) throws(Fault) -> String? {
        // Non-blocking, so that a pipe in the file's place cannot hold the program up.
        let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
        if descriptor < 0, errno == ENOENT || errno == ENOTDIR { return nil }
        guard descriptor >= 0 else { throw refused(path, "cannot open the file") }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw refused(path, "cannot look at the file") }
        guard status.st_mode & S_IFMT == S_IFREG, status.st_size <= largestSize else {
            throw Fault("\(name(of: path)): expected a text file of at most 64 KiB")
        }
        var bytes = [UInt8](repeating: 0, count: largestSize)
        var length = 0
        while length < bytes.count {
            let count = bytes.withUnsafeMutableBytes { buffer in
                read(descriptor, buffer.baseAddress?.advanced(by: length), buffer.count - length)
            }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw refused(path, "cannot read the file") }
            guard count > 0 else { break }
            length += count
        }
        guard let text = String(validating: bytes[..<length], as: UTF8.self) else {
            throw Fault("\(name(of: path)): the file is not UTF-8 text")
        }
        return text
    }

    /// Another file is written and put in the place of the old one: whoever reads sees one of them whole.
    private static func write(_ text: String, to path: String) throws(Fault) {
        // The file may be a link into somebody's collection of settings: that one is written.
        var target = path
        if let real = realpath(path, nil) {
            target = String(cString: real)
            free(real)
        }
        try makeDirectories(above: target)
        var template = Array((target + ".XXXXXX").utf8CString)
        let descriptor = mkstemp(&template)
        guard descriptor >= 0 else { throw refused(path, "cannot write beside it") }
        let temporary = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        var isWritten = true
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { isWritten = false; break }
            rest = rest.dropFirst(count)
        }
        var status = stat()
        // Who could read the old file can read the new one.
        if stat(target, &status) == 0 { fchmod(descriptor, status.st_mode & 0o777) }
        isWritten = isWritten && fsync(descriptor) == 0
        let code = errno
        close(descriptor)
        guard isWritten, rename(temporary, target) == 0 else {
            if !isWritten { errno = code }
            let fault = refused(path, "cannot write the file")
            unlink(temporary)
            throw fault
        }
    }

    private static func makeDirectories(above path: String) throws(Fault) {
        for (offset, character) in zip(path.indices, path) where character == "/" && offset > path.startIndex {
            let directory = String(path[..<offset])
            guard mkdir(directory, 0o700) == 0 || errno == EEXIST else {
                throw refused(directory, "cannot make the directory")
            }
        }
    }
}
