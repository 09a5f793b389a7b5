import Testing

@testable import CarrelJSON

@Suite("The text of scalars")
struct JSONTreeScalarsTests {
    @Test(
        "Doubles have their shortest text, whole ones no fraction",
        arguments: [
            (0, "0"), (-0.0, "-0"), (1, "1"), (-17, "-17"), (0.1, "0.1"), (2.0 / 3, "0.6666666666666666"),
            (1e15, "1000000000000000"), (1e16, "1e+16"), (Double.leastNonzeroMagnitude, "5e-324"), (1e-7, "1e-07"),
            (100.5, "100.5"),
        ] as [(Double, String)])
    func doubles(value: Double, text: String) throws {
        #expect(try JSONText.encode(value) == text)
        #expect(try JSONText.decode(Double.self, from: text).bitPattern == value.bitPattern)
    }

    @Test("Whole numbers have all their digits")
    func whole() throws {
        #expect(try JSONText.encode([Int64.min, .max, 0, 10, -1]) == "[\(Int64.min),\(Int64.max),0,10,-1]")
        #expect(try JSONText.encode([UInt64.max]) == "[\(UInt64.max)]")
        #expect(try JSONText.encode([Int8.min]) == "[-128]")
        #expect(try JSONText.encode([Float(0.1), 3]) == "[0.1,3]")
    }

    @Test("A number that is not finite is refused, with the way to it")
    func infinite() throws {
        do {
            _ = try JSONText.encode(["a": [1, Double.infinity]])
            Issue.record("an infinite number was encoded")
        } catch EncodingError.invalidValue(let value, let context) {
            #expect(value as? Double == .infinity)
            #expect(context.codingPath.map(\.stringValue) == ["a", "Index 1"])
            #expect(context.debugDescription == "JSON has no form for inf")
        }
        #expect(throws: EncodingError.self) { try JSONText.encode(Float.nan) }
    }

    @Test("Control characters are escaped, everything else stands as it is")
    func strings() throws {
        for value in UInt8(0)..<0x20 {
            let text = try JSONText.encode(String(Unicode.Scalar(value)))
            #expect(text.utf8.allSatisfy { $0 >= 0x20 })
            #expect(try JSONText.decode(String.self, from: text).unicodeScalars.map(\.value) == [UInt32(value)])
        }
        #expect(try JSONText.encode("\u{1}\u{1f}\u{b}\n\"\\/é\u{7F}🙂") == #""\u0001\u001f\u000b\n\"\\/é\#u{7F}🙂""#)
    }
}
