import CarrelCore

/// What reading the changed packs brought.
public struct ReadResult: Equatable, Sendable {
    /// Changed or new, and whole; in the order they are to be taken in.
    ///
    /// A question that repeats one of the built-in root word for word is left out of the learner's pack. A relation to
    /// a question of a pack that could not be read is left out too; the `file.hash` of such a pack is empty, so that it
    /// is read again at the next start.
    public var packs: [Pack] = []
    /// Read and found to have the bytes they had: only what `stat` says is new.
    public var touched: [PackFile] = []
    /// Errors of the packs that were refused, among them files that cannot be opened.
    public var faults: [PackFault] = []
    /// The files that were refused, sorted. What was loaded of them before is still there and is not to be retired;
    /// they are to be recorded with an empty hash, or not at all.
    public var faultyFiles: [String] = []
    /// Recorded files that are no longer there.
    public var gone: [PackFile] = []
    /// Files whose bytes were read.
    public var filesRead = 0
    /// Files among them that were parsed.
    public var filesParsed = 0

    public init() {}
}
