import Glibc

/// Bytes that grow at the end and are cut there. What it hands out holds until the next change.
///
/// An array would count references and check its own uniqueness for every piece of a few letters
/// that the parser hands over.
@safe final class TextBuffer {
    private var start: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    private(set) var count = 0

    init(capacity: Int) {
        self.capacity = max(capacity, 64)
        unsafe start = UnsafeMutablePointer.allocate(capacity: self.capacity)
    }

    deinit {
        unsafe start.deallocate()
    }

    func append(_ byte: UInt8) {
        makeRoom(for: 1)
        unsafe start[count] = byte
        count += 1
    }

    func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let source = bytes.baseAddress else { return }
        makeRoom(for: bytes.count)
        unsafe memcpy(start + count, source, bytes.count)
        count += bytes.count
    }

    func append(_ text: String) {
        for byte in text.utf8 { append(byte) }
    }

    /// Forgets what stands behind a place.
    func cut(to place: Int) {
        count = min(count, place)
    }

    /// From a place to the end.
    func bytes(from place: Int) -> UnsafeBufferPointer<UInt8> {
        unsafe UnsafeBufferPointer(start: start + place, count: count - place)
    }

    private func makeRoom(for more: Int) {
        guard count + more > capacity else { return }
        let larger = max(capacity * 2, count + more)
        let target = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
        unsafe memcpy(target, start, count)
        unsafe start.deallocate()
        unsafe start = unsafe target
        capacity = larger
    }
}
