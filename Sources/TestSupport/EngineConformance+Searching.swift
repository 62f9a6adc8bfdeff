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

    private static func filled(_ database: Database) throws -> any Engine {
        let engine = try database.open()
        try engine.migrate([notes, search])
        try engine.write { session in
            for (number, texts) in texts.sorted(by: { $0.key < $1.key }) {
                try insert(number, session)
                try session.add(number, texts: texts, to: index)
            }
        }
        return engine
    }

    private static func found(_ phrases: [[String]], in column: String? = nil, _ engine: any Engine) throws -> [Int64] {
        try engine.read { session in
            let (sql, parameters) = session.condition(that: "n.number", isFoundIn: index, phrases: phrases, searchColumn: column)
            return try session.rows("SELECT n.number FROM note n WHERE \(sql) ORDER BY n.number", parameters) { $0.integer(0) }
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
            try engine.write { try $0.remove([2, 77], from: index) }
            try expectEqual(try found([["ada"]], engine), [1, 3], "without the row")
            try engine.write { session in
                try session.add(2, texts: ["eva muster", "judge"], to: index)
                try session.remove([], from: index)
            }
            try expectEqual(try found([["ada"]], engine), [1, 3], "the old words")
            try expectEqual(try found([["eva"], ["judge"]], engine), [2], "the new words")
            try expect(try engine.write { try $0.isSound(index) }, "the index is not sound")
        },
        EngineConformance("thousands of rows go in and out at a time") { database in
            let engine = try database.open()
            try engine.migrate([notes, search])
            try engine.write { session in
                for number in 1...2500 {
                    try insert(Int64(number), session)
                    try session.add(Int64(number), texts: [number.isMultiple(of: 2) ? "even" : "odd", ""], to: index)
                }
                try session.remove((1...2400).map(Int64.init), from: index)
            }
            try expectEqual(try found([["even"]], engine).count, 50, "the even ones left")
            try expect(try engine.write { try $0.isSound(index) }, "the index is not sound")
        },
        EngineConformance("the texts of a row come back, and of no row that is not there") { database in
            let engine = try filled(database)
            for (number, wanted) in texts {
                let found = try engine.read { try $0.texts(of: number, in: index) }
                try expectEqual(found, .some(wanted), "the texts of \(number)")
            }
            let none = try engine.read { try $0.texts(of: 77, in: index) }
            try expectEqual(none, nil, "the texts of no row")
        },
        EngineConformance("a search index goes back with its transaction") { database in
            let engine = try filled(database)
            _ = try expectError("the body's error") {
                try engine.write { session in
                    try session.remove([1], from: index)
                    try insert(6, session)
                    try session.add(6, texts: ["ada new", ""], to: index)
                    throw Stop()
                }
            }
            try expectEqual(try found([["ada"]], engine), [1, 2, 3], "after the rollback")
            try expect(try engine.write { try $0.isSound(index) }, "the index is not sound")
        },
    ]
}
