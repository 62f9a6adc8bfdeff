import Foundation

#if os(Linux)
    import Glibc

    /// The kernel's notices that something changed in a folder (inotify).
    final class FolderNotices {
        private let descriptor: Int32

        /// Begins to listen; `nil` where the system gives no notices: too many watches, or a file system that knows none.
        init?(folder: String) {
            descriptor = inotify_init()
            guard descriptor >= 0 else { return nil }
            _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
            _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
            let events = UInt32(IN_CLOSE_WRITE) | UInt32(IN_MOVED_TO) | UInt32(IN_MOVED_FROM) | UInt32(IN_DELETE)
            guard inotify_add_watch(descriptor, folder, events) >= 0 else {
                close(descriptor)
                return nil
            }
        }

        deinit { close(descriptor) }

        /// Waits for a notice, at most so long.
        func wait(seconds: Double) {
            var poller = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            guard poll(&poller, 1, Int32(seconds * 1000)) > 0 else { return }
            // Which file it was does not matter: the folder is looked through.
            var buffer = [UInt8](repeating: 0, count: 4096)
            while buffer.withUnsafeMutableBytes({ read(descriptor, $0.baseAddress, $0.count) }) > 0 {}
        }
    }
#else
    /// No notices here: the folder is looked at again and again.
    final class FolderNotices {
        init?(folder: String) { return nil }

        func wait(seconds: Double) {}
    }
#endif
