import Testing

@testable import CarrelJSON

@Suite("The order of bytes")
struct ByteOrderTests {
    @Test(
        "A beginning of a text sorts before it, and bytes count without a sign",
        arguments: [("", "", 0), ("", "a", -1), ("a", "aa", -1), ("b", "aa", 1), ("é", "z", 1), ("ab", "ab", 0)])
    func order(left: String, right: String, expected: Int) {
        func order(_ left: String, _ right: String) -> Int {
            Array(left.utf8).withUnsafeBufferPointer { left in
                Array(right.utf8).withUnsafeBufferPointer { left.order(against: $0).signum() }
            }
        }
        #expect(order(left, right) == expected)
        #expect(order(right, left) == -expected)
    }
}
