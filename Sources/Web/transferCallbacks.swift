import CCurl
import Glibc

/// The transfer that libcurl was given as the context of a callback.
func transfer(_ context: UnsafeMutableRawPointer?) -> Transfer? {
    unsafe context.map { unsafe Unmanaged<Transfer>.fromOpaque($0).takeUnretainedValue() }
}

/// `CURLOPT_WRITEFUNCTION`: a piece of the decoded body.
func receiveBody(
    _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int,
    _ context: UnsafeMutableRawPointer?
) -> Int {
    let piece = unsafe UnsafeRawBufferPointer(start: bytes, count: size * count)
    return unsafe transfer(context)?.accept(body: piece) == true ? size * count : 0
}

/// `CURLOPT_HEADERFUNCTION`: one line of a header.
func receiveHeader(
    _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int,
    _ context: UnsafeMutableRawPointer?
) -> Int {
    let line = unsafe UnsafeRawBufferPointer(start: bytes, count: size * count)
    return unsafe transfer(context)?.accept(header: line) == true ? size * count : 0
}

/// `CURLOPT_OPENSOCKETFUNCTION`: a socket for an address that the transfer may reach.
func openSocket(
    _ context: UnsafeMutableRawPointer?, _ purpose: curlsocktype,
    _ target: UnsafeMutablePointer<curl_sockaddr>?
) -> curl_socket_t {
    guard let target = unsafe target, let transfer = unsafe transfer(context) else {
        return CURL_SOCKET_BAD
    }
    var text = [CChar](repeating: 0, count: Int(NI_MAXHOST))
    let failed = unsafe withUnsafePointer(to: &target.pointee.addr) { address in
        unsafe getnameinfo(
            address, target.pointee.addrlen, &text, socklen_t(text.count), nil, 0, NI_NUMERICHOST)
    }
    let numeric = text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    guard failed == 0, transfer.accept(address: String(decoding: numeric, as: UTF8.self)) else {
        return CURL_SOCKET_BAD
    }
    return unsafe socket(
        target.pointee.family, target.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue),
        target.pointee.protocol)
}

/// `CURLOPT_PREREQFUNCTION`: asked before a connection carries a request, a used one too.
func approveConnection(
    _ context: UnsafeMutableRawPointer?, _ address: UnsafeMutablePointer<CChar>?,
    _ localAddress: UnsafeMutablePointer<CChar>?, _ port: Int32, _ localPort: Int32
) -> Int32 {
    guard let address = unsafe address, let transfer = unsafe transfer(context),
        unsafe transfer.accept(address: String(cString: address))
    else { return CURL_PREREQFUNC_ABORT }
    return CURL_PREREQFUNC_OK
}
