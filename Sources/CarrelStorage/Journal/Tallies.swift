import CarrelCore

/// Sums over answers by day and by domain, collected as differences and written at the end.
struct Tallies {
    private struct Key: Hashable {
        var certification: String
        var part: Part
    }

    private enum Part: Hashable {
        case day(Int)
        case domain(String)
    }

    private struct Sum: Equatable {
        var answers = 0
        var correct = 0
        var elapsedMs = 0
    }

    private var differences: [Key: Sum] = [:]
    /// Certifications whose sums were touched.
    private(set) var certifications: Set<String> = []

    /// Adds an answer, or takes it away.
    /// - Parameters:
    ///   - sign: 1 or −1.
    ///   - isScored: An unscored item is studying, and counts for no domain.
    mutating func add(_ row: AnswerRow, sign: Int, isScored: @autoclosure () throws -> Bool) rethrows {
        guard let given = row.given else { return }
        add(row, sign, Key(certification: "", part: .day(row.day)))
        guard let certification = given.certificationId, !certification.isEmpty else { return }
        certifications.insert(certification)
        add(row, sign, Key(certification: certification, part: .day(row.day)))
        guard row.isCorrect != nil, try isScored() else { return }
        add(row, sign, Key(certification: certification, part: .domain(given.domainId ?? "")))
    }

    private mutating func add(_ row: AnswerRow, _ sign: Int, _ key: Key) {
        differences[key, default: Sum()].answers += sign
        if row.isCorrect == true { differences[key, default: Sum()].correct += sign }
        differences[key, default: Sum()].elapsedMs += sign * (row.elapsedMs ?? 0)
    }

    /// Adds the differences to the stored sums; what comes to nothing leaves no row.
    mutating func write(to database: Database, learner: String) throws {
        for (key, sum) in differences where sum != Sum() {
            switch key.part {
            case .day(let day):
                try database.run(
                    """
                    INSERT INTO studyDays(userId, certificationId, day, answers, correct, elapsedMs)
                    VALUES (?, ?, ?, ?, ?, ?)
                    ON CONFLICT DO UPDATE SET answers = answers + excluded.answers,
                        correct = correct + excluded.correct, elapsedMs = elapsedMs + excluded.elapsedMs
                    """, learner, key.certification, day, sum.answers, sum.correct, sum.elapsedMs)
                try database.run(
                    "DELETE FROM studyDays WHERE userId = ? AND certificationId = ? AND day = ? AND answers = 0",
                    learner, key.certification, day)
            case .domain(let domain):
                try database.run(
                    """
                    INSERT INTO domainTallies(userId, certificationId, domainId, answered, correct, elapsedMs)
                    VALUES (?, ?, ?, ?, ?, ?)
                    ON CONFLICT DO UPDATE SET answered = answered + excluded.answered,
                        correct = correct + excluded.correct, elapsedMs = elapsedMs + excluded.elapsedMs
                    """, learner, key.certification, domain, sum.answers, sum.correct, sum.elapsedMs)
                try database.run(
                    "DELETE FROM domainTallies WHERE userId = ? AND certificationId = ? AND domainId = ? AND answered = 0",
                    learner, key.certification, domain)
            }
        }
        differences = [:]
    }
}
