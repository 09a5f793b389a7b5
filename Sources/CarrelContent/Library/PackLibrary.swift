/// The packs of all roots: what changed is read, checked together and handed over.
public enum PackLibrary {
    /// Reads what `survey` found to be new or changed, all at once; `LibraryReading` does it step by step.
    ///
    /// - Parameter known: What the catalogue holds at this moment; asked for only when something is parsed.
    public static func read(_ survey: Survey, known: @autoclosure () -> KnownIDs) -> ReadResult {
        var reading = LibraryReading(survey)
        while true {
            if let result = reading.step(known: known()) { return result }
        }
    }
}
