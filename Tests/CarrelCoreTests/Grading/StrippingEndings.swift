/// A stemmer small enough to be followed by eye: drops `ing`, `ed` or `s` where three letters are left.
func strippingEndings(_ word: String) -> String {
    for ending in ["ing", "ed", "s"] where word.hasSuffix(ending) && word.count >= ending.count + 3 {
        return String(word.dropLast(ending.count))
    }
    return word
}
