/// What one cell shows: a spacing scalar and at most four that combine with it, kept inline.
struct CellText: Equatable {
    static let capacity = 5
    static let space = CellText(" ", columns: 1)
    static let replacement = CellText("\u{FFFD}", columns: 1)
    /// The second column of a wide glyph.
    static let continuation = CellText()

    private(set) var scalars: (UInt32, UInt32, UInt32, UInt32, UInt32)
    private(set) var count: UInt8
    /// Two for a wide glyph, 0 for the column after it.
    private(set) var columns: UInt8

    private init() {
        scalars = (0, 0, 0, 0, 0)
        count = 0
        columns = 0
    }

    init(_ scalar: Unicode.Scalar, columns: UInt8) {
        scalars = (scalar.value, 0, 0, 0, 0)
        count = 1
        self.columns = columns
    }

    static func == (left: CellText, right: CellText) -> Bool {
        left.scalars == right.scalars && left.columns == right.columns
    }

    /// Adds a scalar that combines with the ones before; what does not fit is left out.
    mutating func combine(_ scalar: Unicode.Scalar) {
        switch count {
        case 1: scalars.1 = scalar.value
        case 2: scalars.2 = scalar.value
        case 3: scalars.3 = scalar.value
        case 4: scalars.4 = scalar.value
        default: return
        }
        count += 1
    }

    subscript(index: Int) -> UInt32 {
        switch index {
        case 0: scalars.0
        case 1: scalars.1
        case 2: scalars.2
        case 3: scalars.3
        default: scalars.4
        }
    }

    func append(to text: inout String) {
        for index in 0..<Int(count) {
            if let scalar = Unicode.Scalar(self[index]) { text.unicodeScalars.append(scalar) }
        }
    }
}
