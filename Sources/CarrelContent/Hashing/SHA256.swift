import CDigest

/// The SHA-256 digest (FIPS 180-4), in lower-case hex.
public enum SHA256 {
    public static func hex(of bytes: some Collection<UInt8>) -> String {
        var context = SHA2_CTX()
        SHA256Init(&context)
        let fed: Void? = bytes.withContiguousStorageIfAvailable { SHA256Update(&context, $0.baseAddress, $0.count) }
        if fed == nil {
            let copy = Array(bytes)
            SHA256Update(&context, copy, copy.count)
        }
        var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
        SHA256Final(&digest, &context)
        return String(decoding: digest.flatMap { [hexDigits[Int($0 >> 4)], hexDigits[Int($0 & 15)]] }, as: UTF8.self)
    }

    private static let hexDigits = Array("0123456789abcdef".utf8)
}
