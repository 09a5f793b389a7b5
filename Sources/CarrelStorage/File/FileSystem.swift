import CSQLite

/// The kinds of file system a learner's file can lie on, as far as journalling cares.
enum FileSystem {
    /// Whether the file system of `statfs.f_type` may be shared between machines. There shared memory is not shared
    /// and WAL would lose answers, so that a rollback journal is kept instead.
    ///
    /// FUSE counts: sshfs and its kin cannot be told from local ones. Numbers from statfs(2) and the kernel's
    /// `linux/magic.h`.
    static func isNetwork(type: UInt32) -> Bool {
        switch type {
        case 0x6969: true  // NFS
        case 0x517B, 0xFF53_4D42, 0xFE53_4D42: true  // SMB, CIFS, SMB2
        case 0x0102_1997: true  // 9p
        case 0x6573_5546: true  // FUSE: sshfs, virtiofs, …
        case 0x5346_414F, 0x6B41_4653: true  // AFS
        case 0x7375_7245: true  // Coda
        case 0x564C: true  // NCP
        case 0x00C3_6400: true  // Ceph
        case 0x0116_1970: true  // GFS2
        case 0x7461_636F: true  // OCFS2
        case 0x0BD0_0BD0: true  // Lustre
        case 0x4750_4653: true  // GPFS
        case 0x786F_4256: true  // VirtualBox shared folder
        case 0x7C7C_6673: true  // Parallels shared folder
        default: false
        }
    }

    /// Whether `path`, which exists, lies on one that may be shared between machines.
    static func isNetwork(path: String) -> Bool {
        isNetwork(type: UInt32(truncatingIfNeeded: csqlite_file_system_type(path)))
    }
}
