import Foundation

/// The built program, run as a process of its own, as a person would run it.
struct Program: Sendable {
    /// Where the process stands, and where its home is.
    var folder: String
    /// The whole environment; nothing of the tests' own gets through.
    var environment: [String: String]

    /// The program beside the tests in the build folder.
    static let path: String = {
        var folders = [URL(fileURLWithPath: CommandLine.arguments.first ?? "").deletingLastPathComponent()]
        folders.append(Bundle.main.bundleURL)
        folders += Bundle.allBundles.filter { $0.bundlePath.hasSuffix(".xctest") }.map { $0.bundleURL.deletingLastPathComponent() }
        if let real = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe") {
            folders.append(URL(fileURLWithPath: real).deletingLastPathComponent())
        }
        folders.append(Repository.root.appendingPathComponent(".build/debug"))
        let candidates = folders.map { $0.appendingPathComponent("holdfast").path }
        return candidates.first { FileManager.default.isExecutableFile(atPath: $0) } ?? "holdfast"
    }()

    /// Runs the program to its end.
    ///
    /// - Parameter wrapper: words put before the program's, such as `["nice", "-n", "5"]`.
    func callAsFunction(
        _ arguments: String..., input: String? = nil, with changes: [String: String?] = [:], through wrapper: [String] = []
    ) throws -> Run {
        try run(arguments, input: input, with: changes, through: wrapper)
    }

    /// The same for arguments in an array.
    func run(
        _ arguments: [String], input: String? = nil, with changes: [String: String?] = [:], through wrapper: [String] = []
    ) throws -> Run {
        try start(arguments, input: input, with: changes, through: wrapper).finish()
    }

    /// Runs a script of the shell, in which `$holdfast` is the program.
    func shell(_ script: String, with changes: [String: String?] = [:]) throws -> Run {
        try Child(words: ["/bin/sh", "-c", script], environment: changed(changes), folder: folder, input: nil).finish()
    }

    /// Runs a script of Python 3 (standard library only), in which `os.environ["holdfast"]` is the program.
    func python(_ script: String, _ arguments: String..., with changes: [String: String?] = [:]) throws -> Run {
        try Child(
            words: ["/usr/bin/env", "python3", "-c", script] + arguments, environment: changed(changes), folder: folder, input: nil
        ).finish()
    }

    /// Starts the program and does not wait.
    func start(
        _ arguments: [String], input: String? = nil, with changes: [String: String?] = [:], through wrapper: [String] = []
    ) throws -> Child {
        try Child(words: wrapper + [Self.path] + arguments, environment: changed(changes), folder: folder, input: input)
    }

    private func changed(_ changes: [String: String?]) -> [String: String] {
        var environment = environment
        for (name, value) in changes { environment[name] = value }
        return environment
    }
}

/// A process that was started. What it writes goes to files, so that neither side ever waits for the other.
struct Child: Sendable {
    /// The process's number.
    let identifier: pid_t
    private let outputPath: String
    private let errorPath: String

    struct CannotStart: Error { var words: [String], code: Int32 }

    fileprivate init(words: [String], environment: [String: String], folder: String, input: String?) throws {
        let place = folder + "/.run-" + UUID().uuidString
        outputPath = place + ".out"
        errorPath = place + ".err"
        #if canImport(Darwin)
            var actions: posix_spawn_file_actions_t?
        #else
            var actions = posix_spawn_file_actions_t()
        #endif
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, input ?? "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, outputPath, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, errorPath, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        // The shell goes to the folder and becomes the program; there is no other way that all systems know.
        let given = ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", folder] + words
        var arguments: [UnsafeMutablePointer<CChar>?] = given.map { strdup($0) } + [nil]
        var variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for text in arguments + variables { free(text) } }
        var identifier = pid_t()
        let code = posix_spawn(&identifier, "/bin/sh", &actions, nil, &arguments, &variables)
        guard code == 0 else { throw CannotStart(words: words, code: code) }
        self.identifier = identifier
    }

    /// Ends the process at once, whatever it is doing.
    func killNow() { kill(identifier, SIGKILL) }

    /// Waits for the end and tells how it was.
    func finish() throws -> Run {
        var state: Int32 = 0
        while waitpid(identifier, &state, 0) < 0, errno == EINTR {}
        // WIFEXITED and WEXITSTATUS are macros Swift doesn't see: the low seven bits hold a signal, the next byte the status.
        let signal = state & 0x7F
        let output = FileManager.default.contents(atPath: outputPath) ?? Data()
        let errors = FileManager.default.contents(atPath: errorPath) ?? Data()
        return Run(
            status: signal == 0 ? (state >> 8) & 0xFF : -signal, output: Array(output), errors: String(decoding: errors, as: UTF8.self))
    }
}

/// How a process ended.
struct Run: Sendable, CustomStringConvertible {
    /// The exit status; a signal's number, negative, where one ended it.
    var status: Int32
    /// What it wrote to standard output.
    var output: [UInt8]
    /// What it wrote to standard error.
    var errors: String

    /// Standard output as text.
    var text: String { String(decoding: output, as: UTF8.self) }
    /// The lines of standard output.
    var lines: [String] { text.split(whereSeparator: \.isNewline).map(String.init) }
    /// The one JSON object on standard output.
    var object: JSON {
        get throws {
            let lines = lines
            guard lines.count == 1 else { throw JSON.Unfit("one object was expected on one line, not \(lines.count): \(self)") }
            return try JSON(lines[0])
        }
    }
    /// The JSON objects on standard output, one a line.
    var objects: [JSON] { get throws { try lines.map { try JSON($0) } } }

    var description: String { "status \(status)\n\(text.prefix(4000))\n--- errors\n\(errors.prefix(4000))" }
}
