import Vault

extension EngineConformance {
    /// The texts the search cases search in, by number.
    private static let texts: [Int64: [String]] = [
        1: ["ada example", "partner at muster gmbh"],
        2: ["ada muster", "associate"],
        3: ["bo example", "head of tax ada"],
        4: ["zoe mueller", "o hara and sons 李"],
        5: ["", ""],
    ]

    static func addPage(_ number: Int64, _ texts: [String], _ session: any Session) throws {
        try session.run("INSERT INTO page (number, head, body) VALUES (?, ?, ?)", [.integer(number)] + texts.map { .text($0) })
        try session.add(number, texts: texts, to: index)
    }

    static func removePage(_ number: Int64, _ texts: [String], _ session: any Session) throws {
        try session.run("DELETE FROM page WHERE number = ?", [.integer(number)])
        try session.remove(number, texts: texts, from: index)
    }

    private static func filled(_ database: Database) throws -> any Engine {
        let engine = try database.open()
        try engine.migrate([notes, pages])
        try engine.write { session in
            for (number, texts) in texts.sorted(by: { $0.key < $1.key }) {
                try addPage(number, texts, session)
            }
        }
        return engine
    }

    private static func found(_ phrases: [[String]], in column: String? = nil, _ engine: any Engine) throws -> [Int64] {
        try engine.read { session in
            let (sql, parameters) = session.condition(that: "n.number", isFoundIn: index, phrases: phrases, searchColumn: column)
            return try session.rows("SELECT n.number FROM page n WHERE \(sql) ORDER BY n.number", parameters) { $0.integer(0) }
        }
    }

    static let searching = [
        EngineConformance("phrases are found where all occur, their last words as beginnings") { database in
            let engine = try filled(database)
            let cases: [([[String]], [Int64])] = [
                ([["ada"]], [1, 2, 3]),
                ([["ad"]], [1, 2, 3]),
                ([["da"]], []),
                ([["ada", "example"]], [1]),
                ([["example", "ada"]], []),
                ([["ada", "mus"]], [2]),
                ([["ad", "example"]], []),
                ([["ada"], ["gmbh"]], [1]),
                ([["gmbh"], ["ada"]], [1]),
                ([["ada"], ["zoe"]], []),
                ([["tax", "ad"]], [3]),
                ([["李"]], [4]),
                ([["nobody"]], []),
            ]
            for (phrases, wanted) in cases { try expectEqual(try found(phrases, engine), wanted, "\(phrases)") }
        },
        EngineConformance("a search can be kept to one column") { database in
            let engine = try filled(database)
            try expectEqual(try found([["ada"]], in: "head", engine), [1, 2], "in the head")
            try expectEqual(try found([["ada"]], in: "body", engine), [3], "in the body")
            try expectEqual(try found([["muster"]], in: "body", engine), [1], "in the body")
            try expectEqual(try found([["ada"], ["gmbh"]], in: "head", engine), [], "two phrases in the head")
            try expectEqual(try found([["ada"], ["muster"]], in: "head", engine), [2], "two phrases in the head")
        },
        EngineConformance("of each group of phrases one has to occur") { database in
            let engine = try filled(database)
            let cases: [([[[String]]], String?, [Int64])] = [
                ([[["bo"], ["zoe"]]], nil, [3, 4]), ([[["ada"], ["zoe"]], [["gmbh"], ["hara"]]], nil, [1, 4]),
                ([[["gmbh"], ["tax"]]], "body", [1, 3]), ([[["gmbh"], ["tax"]]], "head", []),
            ]
            for (groups, column, wanted) in cases {
                let numbers = try engine.read { session in
                    let (sql, parameters) = session.query(forNumbersIn: index, whereOneOfEach: groups, searchColumn: column)
                    return try session.rows(sql, parameters) { $0.integer(0) }.sorted()
                }
                try expectEqual(numbers, wanted, "\(groups)")
            }
        },
        EngineConformance("the words of an index are told with how many rows have them") { database in
            let engine = try filled(database)
            func words(_ columns: Set<String>) throws -> [String: Int64] {
                var words: [String: Int64] = [:]
                try engine.read { session in
                    try session.forEachWord(of: index, in: columns) { word, rows in
                        words[String(decoding: word, as: UTF8.self), default: 0] += rows
                    }
                }
                return words
            }
            try expectEqual(try words(["head"])["ada"], 2, "in the head")
            try expectEqual(try words(["head", "body"])["ada"], 3, "in both")
            try expectEqual(try words(["body"])["zoe"], nil, "in the other column")
        },
        EngineConformance("the mark of the state changes with every change, and only then") { database in
            let engine = try filled(database)
            let other = try database.open()
            try other.migrate([notes, pages])
            func mark() throws -> [Int64] { try engine.read { try $0.stateMark() } }
            let before = try mark()
            try expectEqual(try mark(), before, "nothing changed")
            try engine.write { try insert(77, $0) }
            let own = try mark()
            try expect(own != before, "its own change is not told")
            try other.write { try insert(78, $0) }
            try expect(try mark() != own, "another's change is not told")
        },
        EngineConformance("signs in a search are text, not syntax") { database in
            let engine = try filled(database)
            for sign in ["\"", "*", "' OR 1=1 --", "(", "head:ada", "NOT", "ada\" OR \"bo", "^ada", "-ada", "NEAR", "%", "_", "\\"] {
                let numbers = try found([[sign]], engine)
                try expect(numbers.count < 5, "“\(sign)” finds everything: \(numbers)")
            }
            try expectEqual(try found([["and"]], engine), [4], "a word that is an operator elsewhere")
        },
        EngineConformance("a row that was removed is found no more, and can be put in again") { database in
            let engine = try filled(database)
            try engine.write { try removePage(2, texts[2] ?? [], $0) }
            try expectEqual(try found([["ada"]], engine), [1, 3], "without the row")
            try engine.write { try addPage(2, ["eva muster", "judge"], $0) }
            try expectEqual(try found([["ada"]], engine), [1, 3], "the old words")
            try expectEqual(try found([["eva"], ["judge"]], engine), [2], "the new words")
            try expect(try engine.write { try $0.isSound(index) }, "the index is not sound")
        },
        EngineConformance("thousands of rows go in and out at a time") { database in
            let engine = try database.open()
            try engine.migrate([notes, pages])
            func texts(_ number: Int64) -> [String] { [number.isMultiple(of: 2) ? "even" : "odd", "page \(number)"] }
            try engine.write { session in
                for number in Int64(1)...2500 { try addPage(number, texts(number), session) }
                for number in Int64(1)...2400 { try removePage(number, texts(number), session) }
            }
            try expectEqual(try found([["even"]], engine).count, 50, "the even ones left")
            try expect(try engine.write { try $0.isSound(index) }, "the index is not sound")
        },
        EngineConformance("an index that does not agree with its table is not sound") { database in
            let engine = try filled(database)
            try expect(try engine.write { try $0.isSound(index) }, "the index is not sound at first")
            try engine.write { try $0.run("UPDATE page SET head = 'eva example' WHERE number = 1") }
            try expect(try !engine.write { try $0.isSound(index) }, "the index is sound though a text was changed behind its back")
        },
        EngineConformance("a search index goes back with its transaction") { database in
            let engine = try filled(database)
            _ = try expectError("the body's error") {
                try engine.write { session in
                    try removePage(1, texts[1] ?? [], session)
                    try addPage(6, ["ada new", ""], session)
                    throw Stop()
                }
            }
            try expectEqual(try found([["ada"]], engine), [1, 2, 3], "after the rollback")
            try expect(try engine.write { try $0.isSound(index) }, "the index is not sound")
        },
    ]
}
