/// What a shell or a device writes before what is typed.
enum Prompt {
    enum Answerer { case shell, other }

    /// Reads and marks a prompt such as `$ `, `ann@host:~$ `, `[root@host ~]# `, `R1(config)#` or `mysql> `; nil, and
    /// nothing is read, where none stands.
    @discardableResult
    static func read(_ scanner: inout CodeScanner, limit: Int) -> Answerer? {
        let start = scanner.position
        var offset = 0, isBracketed = false
        while offset < limit {
            let byte = scanner.peek(offset)
            switch byte {
            case 0x24, 0x25, 0x23, 0x3E:
                // `>>> ` is one prompt.
                if byte == 0x3E, scanner.peek(offset + 1) == 0x3E { break }
                // `100% done` is none.
                if byte == 0x25, offset > 0 { return nil }
                let isDevice = (byte == 0x23 || byte == 0x3E) && offset > 0 && scanner.peek(offset + 1).isWordByte
                guard scanner.peek(offset + 1).isGap || isDevice else { return nil }
                scanner.advance(offset + 1)
                scanner.mark(.comment, from: start)
                return byte == 0x3E || isDevice ? .other : .shell
            case 0x5B: isBracketed = true
            case 0x5D: isBracketed = false
            case 0x20 where isBracketed: break
            case let byte where byte.isWordByte || ".@:~/()-+".utf8.contains(byte): break
            default: return nil
            }
            offset += 1
        }
        return nil
    }
}
