/// The types that captures of a shell may have, each understood once.
struct CaptureTypes {
    private let stated: [String: Shell.CaptureType]
    private var known: [String: CaptureMatcher] = [:]

    init(_ stated: [String: Shell.CaptureType]) { self.stated = stated }

    /// - Parameter type: As a pattern names it, see `CaptureMatcher.init`.
    mutating func matcher(of type: String) throws(SimulationFault) -> CaptureMatcher {
        if let matcher = known[type] { return matcher }
        let matcher = try CaptureMatcher(type, types: stated)
        known[type] = matcher
        return matcher
    }
}
