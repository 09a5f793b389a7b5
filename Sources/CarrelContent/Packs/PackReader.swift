import CarrelCore

/// Reads one pack from its bytes, on its own: references to other packs are not followed.
public enum PackReader {
    /// The pack, when nothing in it is wrong, and every fault that was found.
    ///
    /// - Parameter file: Where the bytes come from; its `hash` is set in the pack that is returned.
    public static func read(bytes: [UInt8], file: PackFile) -> (pack: Pack?, faults: [PackFault]) {
        var file = file
        file.hash = SHA256.hex(of: bytes)
        let reading = PackReading(bytes: bytes, file: file)
        return (reading.pack(), reading.faults.faults)
    }
}
