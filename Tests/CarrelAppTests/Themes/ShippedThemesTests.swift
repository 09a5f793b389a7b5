import CarrelTerminal
import Testing

@testable import CarrelApp

@Suite("The shipped themes")
struct ShippedThemesTests {
    static let entries = ThemeLibrary(shipped: [ThemeFolder.shipped]).entries().filter { $0.origin == .shipped }
    static let highContrast = entries.filter { $0.name.hasPrefix("contrast-") }

    @Test("There are at least ten, dark and light, all of them sound and Carrel's own")
    func all() {
        #expect(Self.entries.count >= 10)
        #expect(Self.entries.allSatisfy { $0.theme != nil && $0.author == "Carrel" && $0.title != $0.name })
        for variant in [ThemeEntry.Variant.dark, .light] {
            #expect(Self.entries.count { $0.variant == variant } >= 4)
            #expect(Self.highContrast.count { $0.variant == variant } == 1)
        }
        #expect(Set(Self.entries.map { "\($0.theme?.background as Any)" }).count == Self.entries.count)
    }

    /// Text that only accompanies, and lines.
    private static let accompanying: Set<Role> = [.muted, .border, .codeComment]

    @Test("Text can be read: 4.5:1 at least, and 3:1 what only accompanies it", arguments: entries)
    func readable(entry: ThemeEntry) throws {
        let theme = try #require(entry.theme)
        for role in Role.allCases {
            let least = Self.accompanying.contains(role) ? Contrast.visible : Contrast.readable
            #expect((theme.contrast(of: role) ?? 0) >= least, "\(entry.name): \(role)")
        }
    }

    @Test("On a terminal of 256 colours all of it can still be read or seen", arguments: entries)
    func indexed(entry: ThemeEntry) throws {
        let theme = try #require(entry.theme).quantised
        for role in Role.allCases {
            #expect((theme.contrast(of: role) ?? 0) >= Contrast.visible, "\(entry.name): \(role)")
        }
    }

    @Test("The pair of high contrast has 7:1 in every role, on a terminal of 256 colours too", arguments: highContrast)
    func high(entry: ThemeEntry) throws {
        let theme = try #require(entry.theme)
        for (theme, depth) in [(theme, "direct"), (theme.quantised, "256")] {
            for role in Role.allCases {
                #expect((theme.contrast(of: role) ?? 0) >= Contrast.high, "\(entry.name), \(depth): \(role)")
            }
        }
    }

    @Test("A dark one is dark and a light one light", arguments: entries)
    func variant(entry: ThemeEntry) throws {
        let theme = try #require(entry.theme)
        let luminance = try #require(theme.background.trueColour.map(Contrast.luminance))
        #expect(entry.variant == (luminance < 0.18 ? .dark : .light))
    }

    @Test(
        "Without red or green sight, right and wrong of the blue and orange ones are as different as blue and orange",
        arguments: entries.filter { $0.name.hasPrefix("blue-orange") }, ColourBlindness.allCases)
    func colourBlind(entry: ThemeEntry, sight: ColourBlindness) throws {
        for theme in [try #require(entry.theme), try #require(entry.theme).quantised] {
            let right = try #require(theme[.right].foreground.trueColour)
            let wrong = try #require(theme[.wrong].foreground.trueColour)
            #expect(sight.difference(right, wrong) >= 60, "\(entry.name)")
            #expect(theme.fitted(to: .eight)[.right] != theme.fitted(to: .eight)[.wrong])
        }
    }

    @Test("Red and green, seen so, would not be told apart: the simulation is one")
    func simulation() {
        let (red, green) = (TrueColour(0xC04040), TrueColour(0x6A7A20))
        #expect(ColourBlindness.deuteranopia.difference(red, green) < 25)
        #expect(ColourBlindness.protanopia.difference(TrueColour(0x000000), TrueColour(0xFFFFFF)) > 99)
    }
}

extension Theme {
    /// The theme as 256 colours show it.
    fileprivate var quantised: Theme {
        func near(_ colour: Colour) -> Colour {
            colour.trueColour.flatMap { TrueColour(indexed: $0.nearestIndexed) }.map { Colour($0) } ?? colour
        }
        return Theme(name: name, background: near(background)) { role in
            let look = self[role]
            return Look(near(look.foreground), on: near(look.background), look.traits)
        }
    }
}

extension ThemeEntry: CustomTestStringConvertible {
    public var testDescription: String { name }
}
