/// Why a pack file was left as it is.
public enum FixError: Error, Equatable, Sendable, CustomStringConvertible {
    /// Errors come first: until they are gone it is not sure what an option is.
    case hasFaults([PackFault])
    case cannotBePlaced(file: String)
    case cannotRead(file: String, reason: String)
    case cannotWrite(file: String, reason: String)

    public var description: String {
        switch self {
        case .hasFaults(let faults):
            (faults.map(\.description) + ["no ids were written; mend these errors first"]).joined(separator: "\n")
        case .cannotBePlaced(let file):
            "\(file): ids cannot be written into this file; write options as \"- id: …\" or \"{id: …}\" by hand"
        case .cannotRead(let file, let reason): "\(file): \(reason)"
        case .cannotWrite(let file, let reason): "\(file): the file is unchanged; \(reason)"
        }
    }
}
