import CarrelCore
import FoundationEssentials
import Testing

@testable import CarrelJSON

/// Two implementations that know nothing of each other do not have the same faults.
@Suite("Agreement with Foundation")
struct AgreementTests {
    private let encoder = JSONEncoder()

    init() { encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes] }

    @Test("Generated values have the text Foundation gives them, and come back", arguments: 0..<8)
    func trees(seed: UInt64) throws {
        var generator = TreeGenerator(seed: seed)
        for _ in 0..<60 {
            let tree = generator.tree()
            let text = try JSONText.encode(tree)
            #expect(try text == String(decoding: encoder.encode(tree), as: UTF8.self))
            #expect(try JSONText.decode(Tree.self, from: text) == tree)
            #expect(try JSONText.decode(Tree.self, from: JSONText.encode(tree, layout: .indented)) == tree)
            #expect(try JSONDecoder().decode(Tree.self, from: Data(text.utf8)) == tree)
        }
    }

    @Test("What Foundation writes in its own form reads as the same value", arguments: 8..<12)
    func foreign(seed: UInt64) throws {
        var generator = TreeGenerator(seed: seed)
        let encoder = JSONEncoder()
        encoder.outputFormatting = .prettyPrinted
        for _ in 0..<60 {
            let tree = generator.tree()
            #expect(try JSONText.decode(Tree.self, from: Array(encoder.encode(tree))) == tree)
        }
    }

    @Test("Doubles come back with every bit, from any text of theirs")
    func doubles() throws {
        var random = SplitMix64(seed: 3)
        for _ in 0..<4000 {
            let number = Double(bitPattern: random.next())
            guard number.isFinite else { continue }
            let text = try JSONText.encode(number)
            #expect(try text == String(decoding: encoder.encode(number), as: UTF8.self))
            #expect(try JSONText.decode(Double.self, from: text).bitPattern == number.bitPattern)
        }
        for _ in 0..<4000 {
            let digits = random.next() >> UInt64.random(in: 0..<64, using: &random)
            let text = "\(digits)e\(Int.random(in: -30..<30, using: &random))"
            #expect(try JSONText.decode(Double.self, from: text).bitPattern == Double(text)?.bitPattern)
        }
    }

    @Test("No change to a text makes reading it end the program, and both readers refuse the same", arguments: 0..<6)
    func mutations(seed: UInt64) throws {
        var generator = TreeGenerator(seed: seed &+ 100)
        let bytes = Array("\"\\{}[]:,0123456789-+.eEtrufalsn \u{0}\u{1F}é".utf8) + [0xFF, 0xC3, 0xED, 0x80]
        for _ in 0..<250 {
            var text = try JSONText.bytes(of: generator.tree(depth: 3))
            for _ in 0..<generator.pick(1..<4) {
                let place = generator.pick(0..<text.count + 1)
                switch generator.pick(0..<4) {
                case 0: text.insert(bytes[generator.pick(0..<bytes.count)], at: place)
                case 1 where place < text.count: text[place] = bytes[generator.pick(0..<bytes.count)]
                case 2 where place < text.count: text.remove(at: place)
                default: text = Array(text.dropLast(generator.pick(0..<3)))
                }
            }
            let own = try? JSONText.decode(Tree.self, from: text)
            let theirs = try? JSONDecoder().decode(Tree.self, from: Data(text))
            #expect(own == theirs, "\(String(decoding: text, as: UTF8.self))")
            if let own { #expect(try JSONText.decode(Tree.self, from: JSONText.bytes(of: own)) == own) }
        }
    }
}
