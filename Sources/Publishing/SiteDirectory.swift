import Domain
import Failpoints
import Foundation
import Glibc

/// The content directory of the site. A file appears in it whole or not at all, once, and never over
/// another: written under no name, flushed, then linked to its name.
package struct SiteDirectory: Sendable {
    package let root: String

    package init(root: String) {
        self.root = root
    }

    /// Puts the bytes at a path relative to the root. Done already is done: the same bytes under the
    /// name are success, others throw `pathTaken`.
    package func publish(
        _ bytes: [UInt8], at path: String, sha256: String
    ) throws(PublishError) {
        let parts = path.split(separator: "/").map(String.init)
        guard let name = parts.last, !parts.contains(".."), !name.hasPrefix(".") else {
            throw .denied(path: path, reason: "it is no path below the content directory")
        }
        let directory = try openDirectory(parts.dropLast())
        defer { close(directory) }
        if let present = try contents(of: name, in: directory, path: path) {
            guard SHA256.hexDigest(present) == sha256 else { throw .pathTaken(path: path) }
            return try flush(directory, path: path)
        }
        let file = try writeUnnamed(bytes, in: directory, path: path)
        defer { file.discard() }
        try link(file, as: name, in: directory, path: path, sha256: sha256)
        try flush(directory, path: path)
    }

    /// Throws what would keep a file from being written here.
    package func probe() throws(PublishError) {
        let directory = try openDirectory([])
        defer { close(directory) }
        try writeUnnamed([], in: directory, path: root).discard()
    }

    /// Throws when the root is a link: whoever may change it could lead the files elsewhere.
    package func refuseLink() throws(PublishError) {
        guard isLink else { return }
        throw .noDirectory(path: root, reason: "it is a link; name what it leads to")
    }

    private var isLink: Bool {
        var state = stat()
        return unsafe lstat(root, &state) == 0 && state.st_mode & S_IFMT == S_IFLNK
    }

    /// The bytes of a file; nil when there is none.
    package func bytes(at path: String) throws(PublishError) -> [UInt8]? {
        let parts = path.split(separator: "/").map(String.init)
        guard let name = parts.last else { return nil }
        var folder = root
        for part in parts.dropLast() { folder += "/\(part)" }
        let directory = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard directory >= 0 else {
            if errno == ENOENT { return nil }
            throw .noDirectory(path: folder, reason: reason())
        }
        defer { close(directory) }
        return try contents(of: name, in: directory, path: path)
    }

    /// The path of a file that tells this story; nil when none does.
    package func file(of story: String) -> String? {
        // A directory that cannot be listed is publishing's to complain of.
        let names = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
        return names.first { $0.hasSuffix("-\(story).md") }
    }

    /// Paths of files that were begun and never got their name.
    package func halfWritten() -> [String] {
        // A directory that cannot be listed was named by every reading of a file already.
        let paths = (try? FileManager.default.subpathsOfDirectory(atPath: root)) ?? []
        return paths.filter { $0.split(separator: "/").last?.hasPrefix(Self.prefix) == true }
    }

    /// Removes them: what a crash left on a file system that knows no unnamed files.
    package func removeHalfWritten() {
        guard !isLink else { return }
        for path in halfWritten() { unsafe unlink("\(root)/\(path)") }
    }

    /// Of files that have no name yet; Hugo leaves such out.
    private static let prefix = ".caibian-"

    /// Bytes that an ordinary user may still write here; nil when it cannot be told.
    package var freeBytes: Int? {
        var state = statvfs()
        guard unsafe statvfs(root, &state) == 0 else { return nil }
        return Int(state.f_bavail) * Int(state.f_frsize)
    }

    // MARK: - Steps

    /// Component by component and through no link; directories below the root are made.
    private func openDirectory(_ parts: some Sequence<String>) throws(PublishError) -> Int32 {
        let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC
        try refuseLink()
        var descriptor = unsafe open(root, flags | O_NOFOLLOW)
        guard descriptor >= 0 else { throw .noDirectory(path: root, reason: reason()) }
        var path = root
        for part in parts {
            path += "/\(part)"
            let parent = descriptor
            Failpoint.reach("publish mkdir")
            if unsafe mkdirat(parent, part, 0o755) == 0 {
                Failpoint.reach("publish mkdir fsync")
                fsync(parent)
            }
            descriptor = unsafe openat(parent, part, flags | O_NOFOLLOW)
            let failure = reason()
            close(parent)
            guard descriptor >= 0 else { throw .noDirectory(path: path, reason: failure) }
        }
        return descriptor
    }

    private func contents(
        of name: String, in directory: Int32, path: String
    ) throws(PublishError) -> [UInt8]? {
        let descriptor = unsafe openat(directory, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
        if descriptor < 0 {
            if errno == ENOENT { return nil }
            // A link or a directory of that name is a person's doing.
            if errno == ELOOP || errno == EISDIR { throw .pathTaken(path: path) }
            throw failure(path, "open")
        }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = unsafe read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            if count < 0, errno == EISDIR { throw .pathTaken(path: path) }
            guard count >= 0 else { throw failure(path, "read") }
            if count == 0 { return bytes }
            bytes += buffer[..<count]
        }
    }

    /// A written and flushed file without a name, or under a dot-name where the file system knows no
    /// unnamed ones.
    private struct Unnamed {
        let descriptor: Int32
        let directory: Int32
        /// The dot-name.
        let temporary: String?

        func discard() {
            close(descriptor)
            if let temporary { unsafe unlinkat(directory, temporary, 0) }
        }
    }

    private func writeUnnamed(
        _ bytes: [UInt8], in directory: Int32, path: String
    ) throws(PublishError) -> Unnamed {
        var temporary: String?
        Failpoint.reach("publish open")
        var descriptor = unsafe openat(directory, ".", O_WRONLY | O_CLOEXEC | shimTemporary, 0o644)
        if descriptor < 0, errno == EOPNOTSUPP || errno == EISDIR || errno == EINVAL {
            let name = "\(Self.prefix)\(getpid())-\(UInt32.random(in: 0...(.max)))"
            temporary = name
            descriptor = unsafe openat(
                directory, name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        }
        guard descriptor >= 0 else { throw failure(path, "open") }
        let file = Unnamed(descriptor: descriptor, directory: directory, temporary: temporary)
        do throws(PublishError) {
            try write(bytes, to: descriptor, path: path)
            // The umask of the service would hide the file from the web server.
            guard fchmod(descriptor, 0o644) == 0 else { throw failure(path, "fchmod") }
            guard !Failpoint.reach("publish fsync"), fsync(descriptor) == 0 else {
                throw failure(path, "fsync")
            }
            Failpoint.reach("publish fsynced")
        } catch {
            file.discard()
            throw error
        }
        return file
    }

    private func write(
        _ bytes: [UInt8], to descriptor: Int32, path: String
    ) throws(PublishError) {
        var written = 0
        while written < bytes.count {
            guard !Failpoint.reach("publish write") else { throw failure(path, "write") }
            let count = unsafe bytes.withUnsafeBytes { buffer in
                unsafe Glibc.write(
                    descriptor, buffer.baseAddress?.advanced(by: written), bytes.count - written)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw failure(path, "write") }
            written += count
        }
        Failpoint.reach("publish written")
    }

    private func link(
        _ file: Unnamed, as name: String, in directory: Int32, path: String, sha256: String
    ) throws(PublishError) {
        let linked: Int32
        guard !Failpoint.reach("publish link") else { throw failure(path, "link") }
        if let temporary = file.temporary {
            linked = unsafe linkat(directory, temporary, directory, name, 0)
        } else {
            linked = unsafe linkat(
                AT_FDCWD, "/proc/self/fd/\(file.descriptor)", directory, name, AT_SYMLINK_FOLLOW)
        }
        let reason = errno
        Failpoint.reach("publish linked")
        guard linked != 0 else { return }
        errno = reason
        guard errno == EEXIST else { throw failure(path, "link") }
        // Somebody was faster; the same bytes are fine.
        let present = try contents(of: name, in: directory, path: path)
        guard let present, SHA256.hexDigest(present) == sha256 else {
            throw .pathTaken(path: path)
        }
    }

    private func flush(_ directory: Int32, path: String) throws(PublishError) {
        guard !Failpoint.reach("publish directory fsync"), fsync(directory) == 0 else {
            throw failure(path, "fsync of the directory")
        }
        Failpoint.reach("publish directory fsynced")
    }

    private func failure(_ path: String, _ call: String) -> PublishError {
        switch errno {
        case ENOSPC, EDQUOT: .full(path: path)
        case EACCES, EPERM, EROFS: .denied(path: path, reason: reason())
        default: .failed(path: path, call: call, reason: reason())
        }
    }

    private func reason() -> String {
        unsafe String(cString: strerror(errno))
    }
}

/// O_TMPFILE, a macro that Swift does not see.
private let shimTemporary: Int32 = 0o20000000 | O_DIRECTORY
