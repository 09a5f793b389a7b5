/// The arguments of a Unix tool: options of one letter, those with a value, and what is left.
struct Arguments {
    private(set) var flags: Set<Character> = []
    private(set) var operands: [String] = []
    private var values: [Character: [String]] = [:]

    /// - Parameters:
    ///   - flags: Letters that take nothing.
    ///   - valued: Letters that take a value.
    ///   - beyond: Letters that the real tool has and this one does not do.
    ///   - long: The letters that long names stand for; a `-` for one that is beyond this tool and has no letter, a
    ///     blank for one that changes nothing here.
    init(
        _ invocation: Invocation, flags known: String, valued: String = "", beyond: String = "",
        long: [String: Character] = [:]
    ) throws(Complaint) {
        let tool = invocation.name
        var words = invocation.arguments[...], isOver = false
        func complain(_ what: String) -> Complaint {
            Complaint("\(tool): \(what)", "Try '\(tool) --help' for more information.")
        }
        while let word = words.popFirst() {
            let text = word.text
            if isOver || word.isQuoted && !text.hasPrefix("-") || text == "-" || text.first != "-" {
                operands.append(text)
            } else if text == "--" {
                isOver = true
            } else if text.hasPrefix("--") {
                let parts = text.dropFirst(2).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                let name = String(parts[0])
                guard let letter = long[name] else { throw complain("unrecognized option '--\(name)'") }
                if letter == "-" || beyond.contains(letter) { throw Self.beyond(tool, "--" + name) }
                if valued.contains(letter) {
                    guard let value = parts.count > 1 ? String(parts[1]) : words.popFirst()?.text else {
                        throw complain("option '--\(name)' requires an argument")
                    }
                    values[letter, default: []].append(value)
                } else {
                    guard parts.count == 1 || letter == " " else {
                        throw complain("option '--\(name)' doesn't allow an argument")
                    }
                    flags.insert(letter)
                }
            } else {
                var letters = text.dropFirst()
                while let letter = letters.popFirst() {
                    if valued.contains(letter) {
                        guard let value = letters.isEmpty ? words.popFirst()?.text : String(letters) else {
                            throw complain("option requires an argument -- '\(letter)'")
                        }
                        values[letter, default: []].append(value)
                        letters = ""
                    } else if known.contains(letter) {
                        flags.insert(letter)
                    } else if beyond.contains(letter) {
                        throw Self.beyond(tool, "-" + String(letter))
                    } else {
                        throw complain("invalid option -- '\(letter)'")
                    }
                }
            }
        }
    }

    static func beyond(_ tool: String, _ option: String) -> Complaint {
        Complaint("\(tool): \(option) is beyond this simulated \(tool)")
    }

    func has(_ flag: Character) -> Bool { flags.contains(flag) }

    /// The last value that was given for the letter.
    func value(_ letter: Character) -> String? { values[letter]?.last }

    /// All values that were given for the letter, in their order.
    func all(_ letter: Character) -> [String] { values[letter] ?? [] }

    /// A number of digits alone that was given for the letter; `none` where the letter was not given.
    func number(_ letter: Character, or none: Int, _ complaint: (String) -> Complaint) throws(Complaint) -> Int {
        guard let text = value(letter) else { return none }
        guard let number = Self.count(text) else { throw complaint(text) }
        return number
    }

    /// A number of digits alone, however many: the largest there is stands for those beyond it.
    static func count(_ text: some StringProtocol) -> Int? {
        guard !text.isEmpty, text.utf8.allSatisfy(\.isDigit) else { return nil }
        return Int(text) ?? .max
    }

    /// Takes the first operand away: a pattern before the files.
    mutating func takeFirst() -> String? { operands.isEmpty ? nil : operands.removeFirst() }
}

extension SimulationScope {
    /// The texts of the files, or what a pipe brings where there are none; the first that cannot be read ends it.
    func inputs(_ names: [String], of invocation: Invocation) throws(Complaint) -> [(name: String, text: String)] {
        let read = try readable(names, of: invocation)
        if let error = read.errors.first { throw Complaint(error) }
        return read.inputs
    }

    /// The texts of the files that can be read, or what a pipe brings where none is named, and what is said of those
    /// that cannot.
    func readable(_ names: [String], of invocation: Invocation) throws(Complaint)
        -> (inputs: [(name: String, text: String)], errors: [String])
    {
        if names.isEmpty {
            guard let input = invocation.input else {
                throw Complaint("\(invocation.name): reads from a terminal when no file is named; name one")
            }
            return ([("", input)], [])
        }
        var inputs: [(name: String, text: String)] = [], errors: [String] = []
        for name in names {
            if name == "-" {
                guard let input = invocation.input else {
                    throw Complaint("\(invocation.name): reads from a terminal for -; name a file")
                }
                inputs.append((name, input))
                continue
            }
            do throws(FileRefusal) { inputs.append((name, try text(of: name))) } catch {
                errors.append(invocation.unread(name, error))
            }
        }
        return (inputs, errors)
    }
}

extension Invocation {
    /// What the tool says of a file that it cannot read.
    fileprivate func unread(_ file: String, _ refusal: FileRefusal) -> String {
        let why = refusal.rawValue
        return switch (name, refusal) {
        case ("sed", .isDirectory): "sed: read error on \(file): \(why)"
        case ("sed", _): "sed: can't read \(file): \(why)"
        case ("head", .isDirectory), ("tail", .isDirectory): "\(name): error reading '\(file)': \(why)"
        case ("head", _), ("tail", _): "\(name): cannot open '\(file)' for reading: \(why)"
        case ("sort", .isDirectory): "sort: read failed: \(file): \(why)"
        case ("sort", _): "sort: cannot read: \(file): \(why)"
        case ("uniq", .isDirectory): "uniq: error reading '\(file)'"
        default: "\(name): \(file): \(why)"
        }
    }
}
