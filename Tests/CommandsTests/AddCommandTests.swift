import Testing

@Suite("holdfast add")
struct AddCommandTests {
    private let workshop: Workshop
    private var holdfast: Program { workshop.holdfast }

    init() throws { workshop = try Workshop() }

    @Test("Somebody is added, told, listed, shown and taken back")
    func added() throws {
        let run = try holdfast(
            "add", "Ada Example", "--set", "email=ada@example.com", "--set", "email=ada@home.example", "--set", "company=Example Ltd",
            "--tag", "fair", "--tag", "clients", "--note", "Met in Hamburg.")
        #expect(run.status == 0 && run.text.isEmpty)
        #expect(run.errors == "Added Ada Example. To take it back: holdfast undo 1\n")
        let shown = try holdfast("show", "ada", "--json").object
        #expect(shown["given"] == .string("Ada") && shown["family"] == .string("Example"))
        #expect(shown["emails"].elements.map { $0["address"].string } == ["ada@example.com", "ada@home.example"])
        #expect(shown["tags"].elements.map(\.string) == ["clients", "fair"])
        #expect(shown["emails"][0]["provenance"][0]["source"] == .string("By hand"))
        #expect(try holdfast("log").text.contains("added Ada Example"))
        #expect(try holdfast("status").text.contains("By hand: 1 person added"))
        #expect(try holdfast("undo").errors.contains("Took back step 1 (added "))
        #expect(try holdfast("people").text.isEmpty)
        #expect(try holdfast("verify").status == 0)
    }

    @Test("JSON names the person, the step, and by which sources they were here already")
    func json() throws {
        let shape = JSON.Shape.object([
            "person": .identifier, "step": .integer, "name": .string,
            "known": .list(.object(["id": .identifier, "source": .string, "list": .string, "name": .string])),
        ])
        let first = try holdfast("add", "--set", "given=Ada", "--set", "email=ada@example.com", "--json").object
        #expect(first.misfits(shape).isEmpty && first["known"].elements.isEmpty, "\(first)")
        let second = try holdfast("add", "--json", "--set", "given=Ada", "--set", "email=ada@example.com", "--set", "title=Partner").object
        #expect(second.misfits(shape).isEmpty && second["known"].elements.map { $0["source"].string } == ["By hand"], "\(second)")
        #expect(try holdfast("people", "--json").lines.count == 1)
        let again = try holdfast("add", "Ada", "--set", "email=ada@example.com")
        #expect(again.errors.contains("Added to Ada, who was here already (By hand)."))
    }

    @Test(
        "What can't be added is refused, and nobody is",
        arguments: [
            (["add"], 64), (["add", "Ada", "--set", "shoe=42"], 64), (["add", "Ada", "--set", "email"], 64),
            (["add", "Ada", "--set", "email=nonsense"], 65), (["add", "--set", "title=Partner"], 65),
        ])
    func refused(words: [String], status: Int) throws {
        let run = try holdfast.run(words)
        #expect(run.status == Int32(status) && !run.errors.isEmpty, "\(run)")
        #expect(try holdfast("people").text.isEmpty)
    }
}
