extension UnsafeBufferPointer<UInt8> {
    /// Negative when these bytes sort before `other`, zero when they are equal, positive when they sort behind it.
    @inline(__always)
    func order(against other: UnsafeBufferPointer<UInt8>) -> Int {
        for index in 0..<Swift.min(count, other.count) where self[index] != other[index] {
            return Int(self[index]) - Int(other[index])
        }
        return count - other.count
    }
}
