/// Reads a colour scheme out of its document, and says what is missing.
struct ColourSchemeReader {
    let root: Site
    let faults: FaultCollector

    private static let base16 = 16
    private static let base24 = 24

    /// Nil, and reported, where it is none.
    func scheme() -> ColourScheme? {
        guard case .mapping = root.node.content else {
            root.refuse(expecting: "a mapping with system, name, author and palette", faults)
            return nil
        }
        let isFlat = root.node["palette"] == nil
        let count = system()
        let colours = isFlat ? colours(in: root, count: count) : colours(in: root["palette"], count: count)
        let name = text(isFlat && root.node["scheme"] != nil ? "scheme" : "name")
        let author = text("author")
        let variant = variant()
        guard !faults.hasErrors, let colours else { return nil }
        return ColourScheme(name: name, author: author, variant: variant, colours: colours)
    }

    /// How many colours the scheme must have; nil where it says itself that it is none of ours, 0 where it says nothing.
    private func system() -> Int? {
        guard root.node["system"] != nil else { return 0 }
        switch root["system"].text(faults) {
        case "base16": return Self.base16
        case "base24": return Self.base24
        case nil: return nil
        case let other?:
            faults.error("is \(other.quotedExcerpt); base16 or base24 is expected", at: root["system"])
            return nil
        }
    }

    /// A word about the scheme; empty where the file has none.
    private func text(_ key: String) -> String { root.node[key] == nil ? "" : root[key].text(faults) ?? "" }

    private func variant() -> ColourScheme.Variant? {
        guard root.node["variant"] != nil else { return nil }
        // Schemes that are about write it with a capital, too.
        if case .scalar(let text, _) = root["variant"].node.content,
            let variant = ColourScheme.Variant(rawValue: text.lowercased())
        {
            return variant
        }
        return root["variant"].name(of: ColourScheme.Variant.allCases, faults)
    }

    /// - Parameter count: Nil where nobody knows which ones there are to be.
    private func colours(in site: Site, count: Int?) -> [UInt32]? {
        guard case .mapping(let entries) = site.node.content else {
            site.refuse(expecting: "a mapping of base00 to base0F", faults)
            return nil
        }
        func entry(_ index: Int) -> YAMLNode.Entry? {
            let name = Self.name(of: index)
            return entries.first { $0.key == name } ?? entries.first { $0.key.lowercased() == name.lowercased() }
        }
        let isBase24 = count == Self.base24 || count == 0 && (0..<Self.base24).allSatisfy { entry($0) != nil }
        let slots = 0..<(isBase24 ? Self.base24 : Self.base16)
        if count != nil { refuseMissing(slots.filter { entry($0) == nil }, of: slots, in: site) }
        return slots.compactMap { entry($0).flatMap { colour(site.value(of: $0)) } }
    }

    private func refuseMissing(_ missing: [Int], of slots: Range<Int>, in site: Site) {
        guard let first = missing.first else { return }
        let names = missing.map(Self.name).joined(separator: ", ")
        faults.error(
            (missing.count == 1 ? "the colour is missing" : "the colours \(names) are missing")
                + "; a scheme has base00 to \(Self.name(of: slots.upperBound - 1)), each such as \"#1e2030\"",
            at: missing.count == 1 ? site[Self.name(of: first)] : site)
    }

    private func colour(_ site: Site) -> UInt32? {
        let expected = "a colour such as \"#1e2030\""
        if case .scalar("", .plain) = site.node.content {
            faults.error("\(expected) is expected; what begins with # needs quotes", at: site)
            return nil
        }
        guard case .scalar(let text, _) = site.node.content else {
            site.refuse(expecting: expected, faults)
            return nil
        }
        let digits = text.hasPrefix("#") ? text.dropFirst() : text[...]
        let isHex = digits.utf8.count == 6 && digits.allSatisfy { $0.isHexDigit && $0.isASCII }
        guard isHex, let number = UInt32(digits, radix: 16) else {
            site.refuse(expecting: expected, faults)
            return nil
        }
        return number
    }

    private static func name(of index: Int) -> String {
        let digits = String(index, radix: 16, uppercase: true)
        return "base" + (digits.count < 2 ? "0" : "") + digits
    }
}
