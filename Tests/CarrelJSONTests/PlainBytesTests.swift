import CarrelCore
import Testing

@testable import CarrelJSON

@Suite("Text that needs no escapes")
struct PlainBytesTests {
    @Test("It ends at the first quotation mark, backslash or control character, wherever that lies")
    func each() {
        for byte in UInt8.min...UInt8.max {
            let isPlain = byte >= 0x20 && byte != 0x22 && byte != 0x5C
            for place in 0..<20 {
                var bytes = [UInt8](repeating: 0xC3, count: 20)
                bytes[place] = byte
                for start in [0, 3, place] where start <= place {
                    let end = bytes.withUnsafeBufferPointer { $0.endOfPlainText(from: start) }
                    #expect(end == (isPlain ? 20 : place))
                }
            }
        }
    }

    @Test("It ends where a search byte by byte ends")
    func generated() {
        var random = SplitMix64(seed: 1)
        for _ in 0..<500 {
            let bytes = (0..<Int.random(in: 0..<40, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random) | (UInt8.random(in: 0..<3, using: &random) << 5)
            }
            let expected = bytes.firstIndex { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C } ?? bytes.count
            #expect(bytes.withUnsafeBufferPointer { $0.endOfPlainText(from: 0) } == expected)
        }
    }
}
