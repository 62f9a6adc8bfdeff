import TextMatching

/// Tells the numbered parts of one list (`clients1.csv`, `clients2.csv`) among files that come together.
///
/// Such files are parts where they say different things; where most of what one says stands in the other too, they are exports of one list,
/// one after the other. A number in brackets (`contacts (1).csv`) is a browser's, for a file that was downloaded once more.
public struct ListParts: Sendable {
    private var numbers: [String: Int] = [:]

    /// How much of each file is compared.
    private static let comparedBytes = 1 << 22

    /// Looks at files: those whose names differ in a number only are compared.
    ///
    /// - Parameter paths: files; folders and what can't be read are nobody's parts.
    public init(of paths: [String]) {
        var groups: [String: [(path: String, number: Int)]] = [:]
        for path in paths {
            if let (stem, number) = Self.part(path) { groups[stem, default: []].append((path, number)) }
        }
        for group in groups.values where group.count > 1 && Set(group.map(\.number)).count == group.count {
            let lines = group.map { Self.lines(of: $0.path) }
            let areParts = lines.indices.allSatisfy { one in
                !lines[one].isEmpty
                    && lines[..<one].allSatisfy { other in
                        lines[one].intersection(other).count * 2 <= min(lines[one].count, other.count)
                    }
            }
            if areParts { for (path, number) in group { numbers[path] = number } }
        }
    }

    /// The number of a part; `nil` for a file that is none.
    public func number(of path: String) -> Int? { numbers[path] }

    /// What the names of a list's parts have in common, and the number of this one: one or two digits at the end, and no others.
    public static func part(_ path: String) -> (stem: String, number: Int)? {
        let name = EntryPath.lastPart(of: path)
        let end = name.lastIndex(of: ".") ?? name.endIndex
        let digits = name[..<end].reversed().prefix { $0.isASCII && $0.isNumber }.count
        let stem = name[..<name.index(end, offsetBy: -digits)]
        guard (1...2).contains(digits), stem.contains(where: \.isLetter), !stem.contains(where: \.isNumber), stem.last != "(",
            let number = Int(name[stem.endIndex..<end])
        else { return nil }
        return (path.prefix(path.count - name.count) + TextNormalization.nfc(String(stem)) + name[end...], number)
    }

    /// The lines of a file, each once, as numbers that equal lines share.
    private static func lines(of path: String) -> Set<Int> {
        guard let parcel = try? Parcel.open(path: path), parcel.kind == .file, let member = parcel.members.first else { return [] }
        var bytes: [UInt8] = []
        try? BeginningOfBytes(whole: member.bytes, limit: comparedBytes).forEachChunk { bytes += $0 }
        return Set(bytes.split { $0 == 0x0A || $0 == 0x0D }.map(\.hashValue))
    }
}

extension HandOut {
    /// The hand-out as a part of a list: sources called by their file are called by the part's number too. Services that name themselves
    /// hand out no parts.
    public func asPart(_ number: Int) -> HandOut {
        var part = self
        part.tables = tables.map { table in
            guard let name = table.sourceName, SourceName.isOfFile(name) else { return table }
            return TableOfSource(table, name: SourceName.numbered(name, number), exportedOn: nil)
        }
        return part
    }
}
