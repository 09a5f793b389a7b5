import CDigest

/// The SHA-256 digest (FIPS 180-4), in lower-case hex.
public enum SHA256 {
    public static func hex(of bytes: some Collection<UInt8>) -> String {
        var context = sha256_ctx()
        nettle_sha256_init(&context)
        let fed: Void? = bytes.withContiguousStorageIfAvailable {
            nettle_sha256_update(&context, $0.count, $0.baseAddress)
        }
        if fed == nil {
            let copy = Array(bytes)
            nettle_sha256_update(&context, copy.count, copy)
        }
        var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
        nettle_sha256_digest(&context, digest.count, &digest)
        return String(decoding: digest.flatMap { [hexDigits[Int($0 >> 4)], hexDigits[Int($0 & 15)]] }, as: UTF8.self)
    }

    private static let hexDigits = Array("0123456789abcdef".utf8)
}
