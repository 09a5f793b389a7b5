/// `head` and `tail`: the beginning of a text, and its end.
enum LineParts {
    /// Where the part ends or begins: so many from the near end, or all but so many.
    private struct Count {
        var number: Int
        var sign: Character?

        /// - Parameter text: `5`, `-5`, `+5`, `2K`.
        init?(_ text: String) {
            sign = text.first.flatMap { $0 == "+" || $0 == "-" ? $0 : nil }
            let rest = text.dropFirst(sign == nil ? 0 : 1), digits = rest.prefix { $0.isASCII && $0.isNumber }
            let units = [
                "": 1, "b": 512, "K": 1024, "k": 1024, "kB": 1000, "M": 1 << 20, "MB": 1_000_000, "G": 1 << 30,
            ]
            guard let count = Arguments.count(digits), let unit = units[String(rest[digits.endIndex...])] else {
                return nil
            }
            let (product, isTooBig) = count.multipliedReportingOverflow(by: unit)
            number = isTooBig ? .max : product
        }

        func part<Whole: Collection>(of whole: Whole, isHead: Bool) -> Whole.SubSequence {
            switch (isHead, sign) {
            case (true, "-"): whole.dropLast(number)
            case (true, _): whole.prefix(number)
            case (false, "+"): whole.dropFirst(max(1, number) - 1)
            case (false, _): whole.suffix(number)
            }
        }
    }

    static func part(_ invocation: Invocation, _ scope: SimulationScope, isHead: Bool) throws(Complaint)
        -> CommandOutput
    {
        var invocation = invocation
        // `head -5` is `head -n 5`.
        if let first = invocation.arguments.first, first.text.first == "-",
            Arguments.count(first.text.dropFirst()) != nil
        {
            invocation.arguments[0] = LineWord(text: "-n" + first.text.dropFirst(), column: 0)
        }
        // Nothing grows here while one looks on: what `tail -f` shows at first is all it would show.
        let arguments = try Arguments(
            invocation, flags: isHead ? "qv" : "qvfF", valued: "nc", beyond: isHead ? "z" : "zs",
            long: [
                "lines": "n", "bytes": "c", "quiet": "q", "silent": "q", "verbose": "v", "zero-terminated": "z",
                "follow": isHead ? "-" : " ", "retry": isHead ? "-" : " ", "sleep-interval": "-", "pid": "-",
            ])
        func count(_ letter: Character, _ unit: String) throws(Complaint) -> Count? {
            guard let text = arguments.value(letter) else { return nil }
            guard let count = Count(text) else {
                throw Complaint("\(invocation.name): invalid number of \(unit): '\(text)'")
            }
            return count
        }
        let lines = try count("n", "lines"), bytes = try count("c", "bytes")
        let (inputs, errors) = try scope.readable(arguments.operands, of: invocation)
        let isTitled = !arguments.has("q") && (arguments.operands.count > 1 || arguments.has("v"))
        var output = CommandOutput(
            text: inputs.enumerated().map { index, input in
                let name = input.name.isEmpty || input.name == "-" ? "standard input" : input.name
                let title = isTitled ? (index > 0 ? "\n" : "") + "==> \(name) <==\n" : ""
                if let bytes {
                    return title + String(decoding: bytes.part(of: input.text.utf8, isHead: isHead), as: UTF8.self)
                }
                let part = (lines ?? Count("10"))?.part(of: input.text.outputLines, isHead: isHead) ?? []
                return title + part.asLines
            }.joined())
        output.add(errors, failing: inputs.isEmpty)
        return output
    }
}
