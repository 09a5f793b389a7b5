import Testing

@testable import CarrelJSON

@Suite("Numbers of a text")
struct JSONDocumentNumbersTests {
    @Test("Whole numbers are exact to the ends of their types")
    func whole() throws {
        #expect(try JSONText.decode(Int64.self, from: "9223372036854775807") == .max)
        #expect(try JSONText.decode(Int64.self, from: "-9223372036854775808") == .min)
        #expect(try JSONText.decode(UInt64.self, from: "18446744073709551615") == .max)
        #expect(try JSONText.decode(Int.self, from: "9007199254740993") == 9_007_199_254_740_993)
        #expect(try JSONText.decode(Int8.self, from: "-128") == -128)
        #expect(try JSONText.decode(UInt8.self, from: "2.55e2") == 255)
    }

    @Test(
        "A number that Int8 cannot hold is refused",
        arguments: [
            "128", "-129", "1.5", "1e3", "99999999999999999999", "-99999999999999999999", "1e400", "1e99999999999",
        ])
    func misfits(text: String) {
        #expect(
            refusal { try JSONText.decode([Int8].self, from: "[\(text)]") } == "[0] byte 1: \(text) does not fit Int8")
    }

    @Test("A whole number may be written with a fraction or an exponent, and is exact all the same")
    func written() throws {
        #expect(try JSONText.decode(Int.self, from: "9007199254740993.0") == 9_007_199_254_740_993)
        #expect(try JSONText.decode(Int.self, from: "-922337203685477580.8e1") == .min)
        #expect(try JSONText.decode(Int.self, from: "0.0e5") == 0)
        #expect(throws: DecodingError.self) { try JSONText.decode(Int.self, from: "9007199254740991.4") }
    }

    @Test(
        "Doubles are the nearest to their text",
        arguments: [
            "0", "-0.0", "0.1", "2.2250738585072011e-308", "5e-324", "1.7976931348623157e308", "9007199254740993",
            "123456789012345678901234567890", "0.1e-22", "1e23", "8.5e-23", "1e-400", "0e400",
            "0.500000000000000166533453693773481063544750213623046875",
        ])
    func doubles(text: String) throws {
        #expect(try JSONText.decode(Double.self, from: text).bitPattern == Double(text)?.bitPattern)
        #expect(try JSONText.decode(Float.self, from: text == "1.7976931348623157e308" ? "1" : text).isFinite)
    }

    @Test("A number out of range is refused, not infinite")
    func infinite() {
        #expect(refusal { try JSONText.decode(Double.self, from: "1e400") } == "byte 0: 1e400 does not fit Double")
        #expect(refusal { try JSONText.decode(Float.self, from: "1e40") } == "byte 0: 1e40 does not fit Float")
    }
}
