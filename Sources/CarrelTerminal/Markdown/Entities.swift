/// HTML character references.
enum Entities {
    /// The characters of a reference such as `&amp;`, `&#8594;` or `&#x2192;`; one that is unknown stays as written.
    static func decoded(_ reference: String) -> String {
        guard reference.hasPrefix("&"), reference.hasSuffix(";"), reference.count > 2 else { return reference }
        let name = reference.dropFirst().dropLast()
        guard name.first == "#" else { return named[String(name)] ?? reference }
        let digits = name.dropFirst()
        let value =
            digits.first == "x" || digits.first == "X" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        guard let value, value != 0, let scalar = Unicode.Scalar(value) else { return "\u{FFFD}" }
        return String(scalar)
    }

    /// Those that occur in technical writing, of the 2,231 HTML knows.
    private static let named: [String: String] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "shy": "",
        "ensp": " ", "emsp": " ", "thinsp": " ", "zwj": "", "zwnj": "", "lrm": "", "rlm": "",
        "copy": "©", "reg": "®", "trade": "™", "deg": "°", "micro": "µ", "para": "¶", "sect": "§",
        "hellip": "…", "mdash": "—", "ndash": "–", "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”",
        "sbquo": "‚", "bdquo": "„", "laquo": "«", "raquo": "»", "bull": "•", "middot": "·", "dagger": "†",
        "times": "×", "divide": "÷", "plusmn": "±", "minus": "−", "ne": "≠", "le": "≤", "ge": "≥", "asymp": "≈",
        "equiv": "≡", "infin": "∞", "sum": "∑", "prod": "∏", "radic": "√", "part": "∂", "int": "∫", "nabla": "∇",
        "isin": "∈", "notin": "∉", "cap": "∩", "cup": "∪", "sub": "⊂", "sup": "⊃", "sube": "⊆", "supe": "⊇",
        "empty": "∅", "forall": "∀", "exist": "∃", "and": "∧", "or": "∨", "not": "¬", "oplus": "⊕", "otimes": "⊗",
        "larr": "←", "uarr": "↑", "rarr": "→", "darr": "↓", "harr": "↔", "lArr": "⇐", "rArr": "⇒", "hArr": "⇔",
        "frac12": "½", "frac14": "¼", "frac34": "¾", "sup1": "¹", "sup2": "²", "sup3": "³", "permil": "‰",
        "euro": "€", "pound": "£", "yen": "¥", "cent": "¢", "szlig": "ß", "check": "✓", "cross": "✗",
        "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "theta": "θ", "lambda": "λ", "mu": "μ",
        "pi": "π", "rho": "ρ", "sigma": "σ", "tau": "τ", "phi": "φ", "omega": "ω", "Delta": "Δ", "Sigma": "Σ",
        "Theta": "Θ", "Lambda": "Λ", "Pi": "Π", "Phi": "Φ", "Omega": "Ω",
        "auml": "ä", "ouml": "ö", "uuml": "ü", "Auml": "Ä", "Ouml": "Ö", "Uuml": "Ü", "eacute": "é", "egrave": "è",
        "agrave": "à", "ccedil": "ç", "ntilde": "ñ",
        "lbrace": "{", "rbrace": "}", "lbrack": "[", "rbrack": "]", "lpar": "(", "rpar": ")", "vert": "|",
        "ast": "*", "lowbar": "_", "grave": "`", "num": "#", "bsol": "\\", "sol": "/", "colon": ":", "semi": ";",
        "comma": ",", "period": ".", "excl": "!", "quest": "?", "equals": "=", "plus": "+", "percnt": "%",
        "dollar": "$", "commat": "@", "hyphen": "‐", "Tab": "\t", "NewLine": "\n",
    ]
}
