/// Hours of work, in words that promise no more than an estimate can.
enum StudyHours {
    /// `7 h`; below an hour in steps of five minutes; nil for none.
    static func words(_ hours: Double) -> String? {
        if hours <= 0 { return nil }
        let minutes = Int((hours * 12).rounded(.up)) * 5
        return minutes < 60 ? "\(minutes) min" : "\(Int(hours.rounded())) h"
    }
}
