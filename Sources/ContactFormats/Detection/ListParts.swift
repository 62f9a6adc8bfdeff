import ContactModel

/// Finds the parts of one list (`clients1.csv`, `clients2.csv`) among what came together, and joins them: in one folder, in one archive, as
/// files or archives of their own.
///
/// Parts are files of one kind and layout whose names are a sequence, and which have hardly anybody in common; up to half, where they are
/// of one day. Where they have more in common they are exports of one list, one after the other.
public struct ListParts: Sendable {
    /// Something that came in, and what it was recognised as.
    public struct Piece: Sendable {
        /// What came in.
        public var parcel: Parcel
        /// What it is.
        public var handOut: HandOut

        /// Makes a piece.
        public init(_ parcel: Parcel, _ handOut: HandOut) {
            (self.parcel, self.handOut) = (parcel, handOut)
        }
    }

    /// Brings together the places of paths that may be parts of one list, by their names alone: the others stay by themselves.
    ///
    /// - Parameter paths: what the files are called, with their folders.
    /// - Returns: groups of places, in the order of the first of each; within a group in the order of the parts.
    public static func candidates(among paths: [String]) -> [[Int]] {
        var groups: [[Int]] = []
        var known: [[String]: Int] = [:]
        let names = paths.map { PartName($0) }
        for (place, path) in paths.enumerated() {
            guard let name = names[place], Self.extensions.contains(name.fileExtension) else {
                groups.append([place])
                continue
            }
            let key = [String(path.dropLast(EntryPath.lastPart(of: path).count)), name.stem, name.fileExtension]
            if let group = known[key] {
                groups[group].append(place)
            } else {
                known[key] = groups.count
                groups.append([place])
            }
        }
        return groups.flatMap { group in
            let numbers = group.map { names[$0]?.number ?? 0 }
            guard group.count > 1, Set(numbers).count == group.count else { return group.map { [$0] } }
            return [group.sorted { (names[$0]?.number ?? 0) < (names[$1]?.number ?? 0) }]
        }.sorted { ($0.min() ?? 0) < ($1.min() ?? 0) }
    }

    /// Whether files are some of the parts a list came in before, and not all of them, by their names.
    ///
    /// - Parameters:
    ///   - paths: what came in.
    ///   - whole: the parts of the list; files whose names are no sequence are none.
    public static func lacksParts(_ paths: [String], of whole: [String]) -> Bool {
        let (some, all) = (paths.map { PartName($0) }, whole.map { PartName($0) })
        guard let first = all.first ?? nil, all.allSatisfy({ $0?.stem == first.stem && $0?.fileExtension == first.fileExtension }) else {
            return false
        }
        return Set(some).isStrictSubset(of: Set(all))
    }

    /// Files of lists, and archives: mailboxes and folders of them, which are long to read, have no parts.
    private static let extensions: Set<String> = [".csv", ".tsv", ".tab", ".txt", ".vcf", ".vcard", ".ldif", ".ldi", ".json", ".zip"]

    /// Joins the parts of lists: tables of one piece, or of several that are candidates.
    ///
    /// A list whose parts lie in several pieces belongs to the first of them, whose parcel then holds the others too.
    ///
    /// - Parameter areApart: asked of tables that look like parts; `true` keeps them apart.
    /// - Throws: what reading the tables throws.
    public static func joined(_ pieces: [Piece], unless areApart: ([any Table]) throws -> Bool = { _ in false }) throws -> [Piece] {
        var pieces = pieces
        var left = pieces.map { Set($0.handOut.tables.indices) }
        for group in groups(in: pieces) {
            let tables = group.map { pieces[$0.piece].handOut.tables[$0.table] }
            guard try areParts(tables), try !areApart(tables), let first = group.first else { continue }
            // What was guessed of the first part's columns holds for all: it is what is kept of them, and what the list is read by again.
            let columns = tables.first?.columnReading
            guard let joined = JoinedTable(try tables.map { table in try columns.map { try table.withColumns(as: $0) } ?? table }) else {
                continue
            }
            pieces[first.piece].handOut.tables[first.table] = joined
            for place in group.dropFirst() { left[place.piece].remove(place.table) }
            let others = group.map(\.piece).filter { $0 != first.piece }
            guard !others.isEmpty else { continue }
            pieces[first.piece].parcel = Parcel(pieces: ([first.piece] + others).map { pieces[$0].parcel })
            for other in others where left[other].isEmpty {
                pieces[first.piece].handOut.passedOver += pieces[other].handOut.passedOver
                pieces[first.piece].handOut.remarks += pieces[other].handOut.remarks
            }
        }
        return zip(pieces, left).compactMap { piece, left in
            var piece = piece
            piece.handOut.tables = left.sorted().map { piece.handOut.tables[$0] }
            return left.isEmpty ? nil : piece
        }
    }

    private typealias Place = (piece: Int, table: Int, number: Int)

    /// The full lists that may be parts of one, by their names and their layout.
    private static func groups(in pieces: [Piece]) -> [[Place]] {
        var groups: [[Place]] = []
        var known: [[String]: Int] = [:]
        for (place, piece) in pieces.enumerated() {
            for (position, table) in piece.handOut.tables.enumerated() where table.list.isFull && table.members.count == 1 {
                let path = piece.parcel.kind == .file ? piece.parcel.path : table.members[0].path
                guard let name = PartName(path) else { continue }
                let folder = pieces.count > 1 ? "" : String(path.dropLast(EntryPath.lastPart(of: path).count))
                let layout = table.columnReading?.header ?? []
                let key = [folder, name.stem, name.fileExtension, table.list.rawValue, table.format, table.sourceName ?? ""] + layout
                let part = (place, position, name.number ?? 0)
                if let group = known[key] {
                    groups[group].append(part)
                } else {
                    known[key] = groups.count
                    groups.append([part])
                }
            }
        }
        return groups.filter { $0.count > 1 && Set($0.map(\.number)).count == $0.count }.map { $0.sorted { $0.number < $1.number } }
    }

    /// Whether tables say different things.
    private static func areParts(_ tables: [any Table]) throws -> Bool {
        let keys = try tables.map { table in
            var keys: Set<IdentityKey> = []
            _ = try table.read { event in if case .entry(let entry) = event { keys.insert(entry.key) } }
            return keys
        }
        guard keys.allSatisfy({ !$0.isEmpty }) else { return false }
        let times = tables.compactMap { $0.members.first?.modifiedAt }
        // Files that tell no time are of no day.
        let areOfOneDay = times.max().flatMap { last in times.min().map { last - $0 <= 86_400 } } ?? false
        var holders: [IdentityKey: [Int]] = [:]
        var common: [[Int]: Int] = [:]
        for (place, keys) in keys.enumerated() {
            for key in keys { holders[key, default: []].append(place) }
        }
        for places in holders.values where places.count > 1 {
            for (position, one) in places.enumerated() {
                for other in places[..<position] {
                    let count = common[[other, one], default: 0] + 1
                    guard count * (areOfOneDay ? 2 : 10) <= min(keys[one].count, keys[other].count) else { return false }
                    common[[other, one]] = count
                }
            }
        }
        return true
    }
}
