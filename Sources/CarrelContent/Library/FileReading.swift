import CarrelCore

/// What reading one file of a survey brought.
enum FileReading: Sendable {
    /// It has the bytes it had: only what `stat` says is new.
    case touched(PackFile)
    case parsed(ParsedPack)
    case failed(PackFault)

    /// Reads the file; parses it unless its bytes have the hash that was recorded.
    init(_ file: PackFile) {
        do throws(FileProblem) {
            let (bytes, read) = try FileAccess.read(file.path, root: file.root)
            self = read.hash == file.hash ? .touched(read) : .parsed(ParsedPack(bytes: bytes, file: read))
        } catch {
            self = .failed(PackFault(severity: .error, file: file.path, message: error.message))
        }
    }
}
