#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// What is said to a person whose file can't be used.
extension InputError {
    static func opening(_ name: String, _ error: SystemError) -> InputError {
        switch error.number {
        case ENOENT where name.isEmpty:
            InputError(.missing, "The name of the file is empty. Name the file, archive or folder to read.")
        case ENOENT:
            InputError(.missing, "There is no file or folder \(name). Check how it is spelled, and in which folder it lies.")
        case ENOTDIR:
            InputError(
                .missing,
                "There is no file or folder \(name): a part of that path is a file, not a folder. Check how the path is spelled."
            )
        case ELOOP:
            InputError(.missing, "\(name) is a link that leads nowhere. Name the file itself.")
        case ENAMETOOLONG:
            InputError(.missing, "There is no file or folder \(name): the name is longer than a name can be. Check how it is spelled.")
        case EACCES, EPERM:
            InputError(
                .unreadable,
                "\(name) may not be read: its permissions, or those of a folder above it, forbid it. "
                    + "Allow yourself to read it, or copy it to a folder of your own."
            )
        case EMFILE, ENFILE:
            InputError(.unreadable, "\(name) can't be opened: too many files are open at once. Close other programs and try again.")
        case ENXIO, ENODEV, EOPNOTSUPP:
            .notAFile(name)
        default:
            .reading(name, error)
        }
    }

    /// For a file that was there before, and was no link.
    static func reopening(_ name: String, _ error: SystemError) -> InputError {
        error.number == ELOOP ? .changed(name) : .opening(name, error)
    }

    static func reading(_ name: String, _ error: SystemError) -> InputError {
        switch error.number {
        case EISDIR:
            InputError(.unreadable, "\(name) is a folder, and a file is wanted here. Name a file in it.")
        case EIO, ENXIO:
            InputError(
                .unreadable,
                "\(name) can't be read: the disk or the network it lies on reports a fault. Copy the file to another place and try again."
            )
        default:
            InputError(.unreadable, "\(name) can't be read. Copy the file to another place and try again.")
        }
    }

    static func writingTemporary(_ folder: String, _ error: SystemError) -> InputError {
        switch error.number {
        case ENOSPC, EDQUOT, EFBIG:
            InputError(
                .unreadable,
                "There is no room left in \(folder), where it would be unpacked. Make room there, or set TMPDIR to a folder with room."
            )
        default:
            InputError(
                .unreadable,
                "No temporary file can be made in \(folder), where it would be unpacked. Set TMPDIR to a folder you may write to."
            )
        }
    }

    static func notAFile(_ name: String) -> InputError {
        InputError(.unreadable, "\(name) is a device or a socket, not a file. Name a file, an archive or a folder.")
    }

    static func changed(_ name: String) -> InputError {
        InputError(
            .changed,
            "\(name) changed while it was being read; nothing of it was imported. "
                + "Wait until it is written or downloaded in full, and try again."
        )
    }

    static func empty(_ name: String) -> InputError {
        InputError(.empty, "\(name) is empty. Download it again, or name another file.")
    }

    static func truncated(_ name: String) -> InputError {
        InputError(
            .truncated,
            "\(name) is cut off: the end of the archive, with the list of what is inside, is missing. "
                + "Nothing of it was imported; download it again."
        )
    }

    static func partOfSeveral(_ name: String) -> InputError {
        InputError(
            .truncated,
            "\(name) is one part of an archive in several parts. Nothing of it was imported; join the parts first."
        )
    }

    static func damaged(_ name: String) -> InputError {
        InputError(.damaged, "\(name) is damaged: it can't be unpacked. Nothing of it was imported; download the archive again.")
    }

    static func encrypted(_ name: String) -> InputError {
        InputError(
            .encrypted,
            "\(name) is an archive protected by a password. Unpack it with the password first, then name the folder it was unpacked to."
        )
    }

    static func tooManyEntries(_ name: String, limits: UnpackingLimits) -> InputError {
        InputError(
            .tooLarge,
            "\(name) holds more than \(limits.entries) files, which no export of contacts does. Nothing of it was imported; "
                + "name the file with the contacts in it instead."
        )
    }

    static func tooLarge(_ name: String, _ excess: UnpackingBudget.Excess, limits: UnpackingLimits) -> InputError {
        let what =
            switch excess {
            case .entry: "unpacks to more than \(size(limits.bytesPerEntry))"
            case .total: "takes what is unpacked to more than \(size(limits.totalBytes)) together"
            case .ratio: "unpacks to more than \(limits.ratio) times its packed size"
            }
        return InputError(
            .tooLarge,
            "\(name) \(what), which no export of contacts does. Nothing of it was imported; "
                + "if you trust it, unpack it yourself and name the file with the contacts in it."
        )
    }

    static func pipeTooLong(limits: UnpackingLimits) -> InputError {
        InputError(
            .tooLarge,
            "More than \(size(limits.totalBytes)) came in, which no export of contacts holds. Nothing of it was imported; name a file."
        )
    }

    private static func size(_ bytes: Int) -> String {
        switch bytes {
        case (1 << 30)... where bytes % (1 << 30) == 0: "\(bytes >> 30) GiB"
        case (1 << 20)...: "\(bytes >> 20) MiB"
        default: "\(bytes) bytes"
        }
    }
}
