import CarrelTerminal
import Glibc

/// How colours look to eyes without one kind of cone.
///
/// Source: Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency",
/// IEEE TVCG 15(6), 2009: the matrices of severity 1.0, on linear sRGB.
enum ColourBlindness: CaseIterable, Sendable {
    case deuteranopia, protanopia

    private var matrix: [[Double]] {
        switch self {
        case .deuteranopia:
            [
                [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881],
            ]
        case .protanopia:
            [
                [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998],
            ]
        }
    }

    /// How far two colours look apart: ΔE*ab (CIE 1976). From about 2 on it can be seen, opposites have 100.
    func difference(_ one: TrueColour, _ other: TrueColour) -> Double {
        let pairs = zip(lab(seen(one)), lab(seen(other)))
        return pairs.reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
    }

    private func seen(_ colour: TrueColour) -> [Double] {
        let linear = [colour.red, colour.green, colour.blue].map { value -> Double in
            let share = Double(value) / 255
            return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        return matrix.map { row in min(1, max(0, zip(row, linear).reduce(0) { $0 + $1.0 * $1.1 })) }
    }

    /// CIE L*a*b* of linear sRGB under D65.
    private func lab(_ rgb: [Double]) -> [Double] {
        let rows = [
            [0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041],
        ]
        let white = [0.95047, 1, 1.08883]
        let shares = zip(rows, white).map { row, white -> Double in
            let value = zip(row, rgb).reduce(0) { $0 + $1.0 * $1.1 } / white
            return value > 216.0 / 24389 ? cbrt(value) : (24389.0 / 27 * value + 16) / 116
        }
        return [116 * shares[1] - 16, 500 * (shares[0] - shares[1]), 200 * (shares[1] - shares[2])]
    }
}
