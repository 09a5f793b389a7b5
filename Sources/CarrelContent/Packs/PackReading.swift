import CarrelCore

/// One pack file as far as it could be read, with what the others have against it: what the catalogue takes from it
/// when it is whole, and what the linter advises on when it is not.
struct PackReading {
    let file: PackFile
    let faults: FaultCollector
    /// The document; nil when the file is no YAML.
    let document: Site?
    let subject: Pack.Subject?
    /// The readable questions; all of them when the pack is whole.
    let questions: [ParsedPack.Placed]

    init(_ parsed: ParsedPack) {
        file = parsed.file
        faults = FaultCollector(continuing: parsed.faults)
        document = parsed.document
        subject = parsed.subject
        questions = parsed.questions
    }

    init(bytes: [UInt8], file: PackFile) { self.init(ParsedPack(bytes: bytes, file: file)) }

    var isWhole: Bool { !faults.hasErrors && subject != nil }

    /// The pack with its hashes; nil when anything of it is wrong.
    ///
    /// - Parameter change: What is to be taken of a question; nil leaves it out.
    func pack(_ change: (Question) -> Question? = { $0 }) -> Pack? {
        guard isWhole, let subject else { return nil }
        do {
            let questions = try questions.compactMap { placed -> HashedQuestion? in
                guard let question = change(placed.question) else { return nil }
                return question == placed.question ? placed.hashed : try HashedQuestion(question)
            }
            return Pack(file: file, subject: subject, subjectHash: try subject.hash, questions: questions)
        } catch {
            faults.error("the pack cannot be written as JSON: \(error)", at: .start)
            return nil
        }
    }
}

extension HashedQuestion {
    /// - Throws: `EncodingError`, which no question causes.
    init(_ question: Question) throws {
        self.init(question: question, contentHash: try ContentHash.hex(of: question))
    }
}

extension Pack.Subject {
    var hash: String {
        get throws {
            switch self {
            case .channel(let channel): try ContentHash.hex(of: channel)
            case .certification(let certification): try ContentHash.hex(of: certification)
            case .path(let path): try ContentHash.hex(of: path)
            case .interview(let interview): try ContentHash.hex(of: interview)
            case .shell(let shell): try ContentHash.hex(of: shell)
            }
        }
    }
}
