/// Letters without case and accents.
public enum LetterFolding {
    /// A letter as it is compared: lower case, and of an accented one the letter without its accent.
    public static func fold(_ character: Character) -> String {
        if let byte = character.asciiValue { return String(Character(Unicode.Scalar(byte)).lowercased()) }
        var out = ""
        for scalar in String(character).lowercased().unicodeScalars
        where scalar.properties.generalCategory != .nonspacingMark {
            out.unicodeScalars.append(base(of: scalar))
        }
        return out.isEmpty ? String(character) : out
    }

    /// Unicode names an accented letter after its base: LATIN SMALL LETTER E WITH ACUTE.
    private static func base(of scalar: Unicode.Scalar) -> Unicode.Scalar {
        let start = "LATIN SMALL LETTER "
        guard let name = scalar.properties.name, name.hasPrefix(start) else { return scalar }
        let letter = name.dropFirst(start.count)
        guard letter.dropFirst().hasPrefix(" WITH "), let base = letter.first?.lowercased().unicodeScalars.first else {
            return scalar
        }
        return base
    }
}
