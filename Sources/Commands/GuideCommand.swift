import Actions
import ArgumentParser
import ContactModel

/// `holdfast guide`
struct GuideCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "guide", abstract: "How to get your contacts out of a service, step by step.")

    @OptionGroup var common: CommonOptions

    @Argument(
        help: ArgumentHelp("The service: \(ShowGuide.services.joined(separator: ", ")).", valueName: "service"),
        completion: .list(ShowGuide.services))
    var service: String?

    @Option(help: ArgumentHelp("Write it as a page to a file; without a service, all guides.", valueName: "file"), completion: .file())
    var html: String?

    func run() throws {
        if let html { return try writePage(to: html) }
        var lines = LineWriter()
        guard let service else {
            if common.json {
                var json = JSONWriter()
                json.beginObject()
                json.member("services", strings: ShowGuide.services)
                json.endObject()
                try lines.line(bytes: json.takeBytes())
                return try lines.flush()
            }
            try lines.line("There is a guide for: \(ShowGuide.services.joined(separator: ", ")). Try `holdfast guide linkedin`.")
            return try lines.flush()
        }
        guard let guide = ShowGuide(service: service).run() else {
            throw Complaint(
                status: .noInput,
                message: "There is no guide for “\(service)” yet. There is one for: \(ShowGuide.services.joined(separator: ", "))."
            )
        }
        if common.json {
            var json = JSONWriter()
            json.beginObject()
            json.member("service", service.lowercased())
            json.member("markdown", guide)
            json.endObject()
            try lines.line(bytes: json.takeBytes())
            return try lines.flush()
        }
        for line in GuideText(style: common.style, width: min(Terminal.standardOutput.width, 80)).lines(guide) { try lines.line(line) }
        try lines.flush()
    }

    private func writePage(to path: String) throws {
        let names = service.map { [ShowGuide(service: $0).service] } ?? ShowGuide.services
        let guides = names.compactMap { name in ShowGuide(service: name).run().map { (name: name, markdown: $0) } }
        guard guides.count == names.count else {
            throw Complaint(
                status: .noInput,
                message: "There is no guide for “\(names[0])” yet. There is one for: \(ShowGuide.services.joined(separator: ", ")).")
        }
        let page = GuidePage(title: "Getting your contacts out", guides: guides)
        try common.wholeFile(at: path).write { try $0(Array(page.html.utf8)[...]) }
        Terminal.standardError.write("Wrote \(guides.count.of("guide", "guides")) to \(path.printable).\n")
    }
}
