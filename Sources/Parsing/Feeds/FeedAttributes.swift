import CXML2

/// The attributes of an element, as libxml2 holds them while the element opens: five pointers each
/// (name, prefix, URI, start and end of the value).
@safe struct FeedAttributes {
    private let fields: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    let count: Int

    init(_ fields: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int32) {
        unsafe self.fields = unsafe fields
        self.count = Int(count)
    }

    /// The value of an attribute by its name in lower case, `xml:` before those of XML itself.
    subscript(name: StaticString) -> String? {
        for index in 0..<count where isNamed(name, at: index) { return value(at: index) }
        return nil
    }

    func name(at index: Int) -> String {
        guard let local = unsafe fields?[index * 5] else { return "" }
        let prefix = unsafe fields?[index * 5 + 1].map { unsafe String(cString: $0) + ":" }
        return unsafe ((prefix ?? "") + String(cString: local)).lowercased()
    }

    func value(at index: Int) -> String {
        guard let start = unsafe fields?[index * 5 + 3], let end = unsafe fields?[index * 5 + 4]
        else { return "" }
        return unsafe String(
            decoding: UnsafeBufferPointer(start: start, count: end - start), as: UTF8.self)
    }

    /// Compares letter by letter, without case and without making a string.
    private func isNamed(_ name: StaticString, at index: Int) -> Bool {
        var rest = unsafe UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)[
            ...]
        func matches(_ written: UnsafePointer<xmlChar>) -> Bool {
            var position = unsafe written
            while unsafe position.pointee != 0 {
                let letter = unsafe position.pointee
                let lower = letter >= 65 && letter <= 90 ? letter | 32 : letter
                guard unsafe rest.first == lower else { return false }
                unsafe rest = unsafe rest.dropFirst()
                unsafe position = unsafe position.successor()
            }
            return true
        }
        if let prefix = unsafe fields?[index * 5 + 1] {
            guard unsafe matches(prefix), unsafe rest.first == UInt8(ascii: ":") else {
                return false
            }
            unsafe rest = unsafe rest.dropFirst()
        }
        guard let local = unsafe fields?[index * 5] else { return false }
        return unsafe matches(local) && rest.isEmpty
    }
}
