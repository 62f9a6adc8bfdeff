import Foundation
import Testing

/// `review --dns`, against a resolver of our own.
@Suite("Asking the domain name system")
struct DomainNameSystemTests {
    let workshop: Workshop
    var holdfast: Program { workshop.holdfast }

    init() throws {
        workshop = try Workshop()
        let domains = [
            "takes.example", "refuses.example", "gone.example", "plain.example", "six.example", "empty.example", "trouble.example",
            "müller.example",
        ]
        var file = "First Name,Last Name,Email Address,Company\n"
        for (number, domain) in domains.enumerated() { file += "Given\(number),Family\(number),someone@\(domain),\n" }
        file += "Given9,Family9,other@gone.example,\n"
        _ = try holdfast("import", try workshop.write("people.csv", file))
    }

    private static let zones: [String: StubResolver.Zone] = [
        "takes.example": .exchanger, "refuses.example": .refusal, "plain.example": .address(isIPv6: false),
        "six.example": .address(isIPv6: true), "empty.example": .empty, "trouble.example": .failure, "xn--mller-kva.example": .refusal,
    ]

    @Test("It is found who can't be reached any more, each domain is asked for once, and trouble accuses nobody")
    func findings() throws {
        let resolver = try StubResolver(Self.zones)
        defer { resolver.end() }
        let run = try holdfast("review", "--findings", "--json", "--dns", "--dns-server", resolver.address)
        #expect(run.status == 0, "\(run)")
        let found = run.lines.filter { $0.contains("\"email-undeliverable\"") }
        for (domain, isFound) in [
            ("refuses.example", true), ("gone.example", true), ("empty.example", true), ("müller.example", true), ("takes.example", false),
            ("plain.example", false), ("six.example", false), ("trouble.example", false),
        ] { #expect(found.contains { $0.contains("@" + domain) } == isFound, "\(domain): \(found)") }
        #expect(found.count == 5, "\(found)")
        #expect(run.errors.contains("1 of 8 domains"), "\(run.errors)")
        #expect(resolver.questions.count { $0 == "gone.example 15" } == 1, "\(resolver.questions)")
        let counts = try holdfast("review", "--json", "--dns", "--dns-server", resolver.address)
        #expect(counts.text.contains("\"rule\":\"email-undeliverable\",\"severity\":\"high\",\"count\":5"), "\(counts.text)")
    }

    @Test("A resolver that falls silent is not waited for with every domain")
    func silence() throws {
        var zones: [String: StubResolver.Zone] = ["a.example": .refusal]
        for number in 1...150 { zones["silent\(number).example"] = .silence }
        let resolver = try StubResolver(zones)
        defer { resolver.end() }
        var file = "First Name,Last Name,Email Address,Company\n"
        for (number, domain) in zones.keys.sorted().enumerated() { file += "Given\(number),Family\(number),someone@\(domain),\n" }
        let own = ["HOLDFAST_VAULT": Optional(workshop.path("silent.sqlite"))]
        _ = try holdfast("import", try workshop.write("silent.csv", file), with: own)
        let run = try holdfast("review", "--findings", "--json", "--dns", "--dns-server", resolver.address, with: own)
        let found = run.lines.filter { $0.contains("\"email-undeliverable\"") }
        #expect(run.status == 0 && found.count == 1 && found[0].contains("@a.example"), "\(run)")
        #expect(run.errors.contains("150 of 151 domains"), "\(run.errors)")
        #expect(Set(resolver.questions).count < 100, "\(resolver.questions.count)")
    }

    @Test("Nobody is asked unless one says so")
    func unasked() throws {
        let resolver = try StubResolver(Self.zones)
        defer { resolver.end() }
        let run = try holdfast("review", "--findings", "--json")
        #expect(!run.text.contains("email-undeliverable") && resolver.questions.isEmpty)
    }

    @Test(
        "What is no address of a resolver is refused",
        arguments: [["--dns-server", "127.0.0.1"], ["--dns", "--dns-server", "example.org"]])
    func refused(words: [String]) throws {
        #expect(try holdfast.run(["review"] + words).status == 64)
    }
}
