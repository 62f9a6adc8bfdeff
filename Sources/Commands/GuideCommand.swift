import Actions
import ArgumentParser

/// `holdfast guide`
struct GuideCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "guide", abstract: "How to get your contacts out of a service, step by step.")

    @OptionGroup var common: CommonOptions

    @Argument(
        help: ArgumentHelp("The service: \(ShowGuide.services.joined(separator: ", ")).", valueName: "service"),
        completion: .list(ShowGuide.services))
    var service: String?

    func run() throws {
        var lines = LineWriter()
        guard let service else {
            try lines.line("There is a guide for: \(ShowGuide.services.joined(separator: ", ")). Try `holdfast guide linkedin`.")
            return try lines.flush()
        }
        guard let guide = ShowGuide(service: service).run() else {
            throw Complaint(
                status: .noInput,
                message: "There is no guide for “\(service)” yet. There is one for: \(ShowGuide.services.joined(separator: ", "))."
            )
        }
        for line in GuideText(style: common.style, width: min(Terminal.standardOutput.width, 80)).lines(guide) { try lines.line(line) }
        try lines.flush()
    }
}
