#if canImport(Glibc)
    import Glibc
#endif

extension Array where Element: BitwiseCopyable {
    /// Asks the system for large pages of memory under all the room the array has, where that is many megabytes.
    ///
    /// What is read here and there all over hundreds of megabytes is found faster then, and the memory comes and goes in fewer pieces. It is
    /// a wish: nothing but time hangs on it, and systems without such pages are asked for none.
    mutating func preferLargePages() {
        #if canImport(Glibc)
            let size = capacity * MemoryLayout<Element>.stride
            guard size >= 1 << 23 else { return }
            withUnsafeMutableBytes { bytes in
                guard let address = bytes.baseAddress else { return }
                // The room is one allocation that holds `capacity` elements; advice on whole pages inside of it changes no byte.
                let page = sysconf(Int32(_SC_PAGESIZE))
                let offset = -Int(bitPattern: address) & (page - 1)
                _ = madvise(address + offset, (size - offset) & -page, MADV_HUGEPAGE)
            }
        #endif
    }
}
