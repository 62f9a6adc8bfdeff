public import ContactQuality

/// A resolver of the domain name system (RFC 1035), asked over UDP whether domains take mail.
public struct DomainNameSystem: Sendable {
    /// Whom to ask.
    public var server: ResolverAddress
    /// How long to wait for one answer, in milliseconds, before asking again.
    public var patience: Int

    private static let tries = 3
    /// So many questions are open at a time: a resolver at home has little room.
    private static let mostAtOnce = 32

    /// Prepares to ask.
    public init(_ server: ResolverAddress, patience: Int = 2_000) {
        self.server = server
        self.patience = patience
    }

    /// Where mail to domains goes; every domain has an entry.
    ///
    /// Each is asked for its mail exchangers, and where it has none for an address (RFC 5321 §5.1). Where the resolver says nothing at all,
    /// asking ends with the first question nobody answered; where it falls silent, after so many in a row as are open at a time.
    ///
    /// - Parameter domains: names in ASCII (`MailDomain.name`); what can't be asked for is `unanswered`.
    public func routes(to domains: [String]) -> [String: MailRoute] {
        var routes = Dictionary(domains.map { ($0, MailRoute.unanswered) }, uniquingKeysWith: { first, _ in first })
        var withoutExchanger: [String] = []
        for (domain, answer) in ask(domains, .mx) {
            switch answer.code {
            case 0 where answer.isRefusal: routes[domain] = .refused
            case 0 where answer.records > 0 || answer.isCutOff: routes[domain] = .open
            case 0: withoutExchanger.append(domain)
            case 3: routes[domain] = MailRoute.none
            default: break
            }
        }
        let first = ask(withoutExchanger.sorted(), .a)
        var withoutAddress: [String] = []
        for (domain, answer) in first where answer.code == 0 {
            if answer.records > 0 || answer.isCutOff { routes[domain] = .open } else { withoutAddress.append(domain) }
        }
        for (domain, answer) in ask(withoutAddress.sorted(), .aaaa) where answer.code == 0 {
            routes[domain] = answer.records > 0 || answer.isCutOff ? .open : .nowhere
        }
        return routes
    }

    private struct Question {
        var name: String
        var bytes: [UInt8]
        var tries = 1
        var until: ContinuousClock.Instant
    }

    /// The answers to one question about many names; names nobody answered for are left out.
    private func ask(_ names: [String], _ kind: DomainNameMessage.Kind) -> [String: DomainNameMessage.Answer] {
        var answers: [String: DomainNameMessage.Answer] = [:]
        guard !names.isEmpty, let channel = UDPChannel(host: server.host, port: server.port) else { return answers }
        let clock = ContinuousClock()
        let patience = Duration.milliseconds(patience)
        var rest = names[...]
        var open: [UInt16: Question] = [:]
        // How many questions were given up since the last answer.
        var unanswered = 0
        while !rest.isEmpty || !open.isEmpty {
            while open.count < Self.mostAtOnce, let name = rest.popFirst() {
                // A number nobody can foresee, so that nobody else can answer.
                var number = UInt16.random(in: .min ... .max)
                while open[number] != nil { number &+= 1 }
                guard let bytes = DomainNameMessage.question(number, name, kind) else { continue }
                open[number] = Question(name: name, bytes: bytes, until: clock.now + patience)
                channel.put(bytes)
            }
            guard !open.isEmpty else { break }
            channel.wait(milliseconds: 50)
            while let bytes = channel.next() {
                guard let answer = DomainNameMessage.Answer(bytes), let question = open[answer.number],
                    question.name == answer.name, answer.kind == kind.rawValue
                else { continue }
                open[answer.number] = nil
                answers[question.name] = answer
                unanswered = 0
            }
            let now = clock.now
            for (number, question) in open where question.until < now {
                guard question.tries < Self.tries else {
                    open[number] = nil
                    unanswered += 1
                    if answers.isEmpty || unanswered == Self.mostAtOnce { return answers }
                    continue
                }
                open[number]?.tries += 1
                open[number]?.until = now + patience
                channel.put(question.bytes)
            }
        }
        return answers
    }
}
