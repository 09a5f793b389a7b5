/// What may not stand at the ends of a line of ideographs: kinsoku shori, as JIS X 4051 has it, in short.
enum Kinsoku {
    /// Closing punctuation, small kana and marks that belong to what is before them start no line.
    static func mayStart(_ character: Character) -> Bool { !closing.contains(character) }

    /// Opening punctuation ends no line.
    static func mayEnd(_ character: Character) -> Bool { !opening.contains(character) }

    private static let closing: Set<Character> = Set(
        "、。，．・：；？！゛゜ヽヾゝゞ々ー～〜’”）〕］｝〉》」』】〙〗｠»ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ｡｣､･,.:;?!)]}'\"%…‥"
    )

    private static let opening: Set<Character> = Set("‘“（〔［｛〈《「『【〘〖｟«｢([{$￥")
}
