import ArgumentParser
import Actions
import AgeEncryption
import ContactFormats
import Foundation
import Vault

/// The program as `holdfast` starts it.
public enum CommandLineProgram {
    /// Reads the command line, does what it says and ends the process with the status the design names.
    public static func main() async {
        // A reader that stops reading (`| head`) is no error: the write then fails, and the program ends quietly.
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
        // Swift reads the arguments out of /proc; where that fails there are none, not even the program's name.
        guard !CommandLine.arguments.isEmpty else {
            fail(.cannotWrite, "The system did not hand over what was typed. Nothing was done. Please run it again.")
        }
        do {
            // `-has:email` is a condition, which the parser would take for the options -h, -a and so on.
            var arguments: [String] = []
            for argument in CommandLine.arguments.dropFirst() {
                let isWord = PeopleFilter.isNegatedCondition(argument) && arguments.last != "--where"
                arguments.append(isWord ? "--where=" + argument : argument)
            }
            var command = try RootCommand.parseAsRoot(arguments)
            if var waiting = command as? any AsyncParsableCommand {
                try await waiting.run()
            } else {
                try command.run()
            }
            StandardOutput.flush()
        } catch {
            exit(with: error)
        }
    }

    private static func exit(with error: any Error) -> Never {
        if !(error is StandardOutput.Closed) { StandardOutput.flush() }
        switch error {
        case is StandardOutput.Closed: Foundation.exit(0)
        case let error as Complaint: fail(error.status, error.message)
        case let error as VaultError: fail(ExitStatus(error), error.message)
        case let error as InputError: fail(ExitStatus(error), error.message)
        case let error as OutputError: fail(error.code == .cannotCreate ? .cannotCreate : .cannotWrite, error.message)
        case let error as AgeError: fail(.unusableInput, error.message)
        case let error as PeopleFilter.SyntaxError: fail(.usage, error.message)
        case let error where RootCommand.exitCode(for: error) == .success || RootCommand.exitCode(for: error) == .validationFailure:
            RootCommand.exit(withError: error)
        case let code as ExitCode: Foundation.exit(code.rawValue)
        case let error as CocoaError where error.code == .fileWriteOutOfSpace:
            fail(.cannotWrite, "The disk is full. Nothing of this step was kept. Free some space and run it again.")
        default:
            fail(.bug, "Something went wrong that should not: \(error). Nothing of this step was kept. Please report it.")
        }
    }

    private static func fail(_ status: ExitStatus, _ message: String) -> Never {
        let lines = message.split(separator: "\n", omittingEmptySubsequences: false).map(\.description.printable)
        Terminal.standardError.write("holdfast: \(lines.joined(separator: "\n"))\n")
        Foundation.exit(status.rawValue)
    }
}

/// The statuses a run ends with (sysexits.h).
enum ExitStatus: Int32 {
    case done = 0
    case usage = 64
    case unusableInput = 65
    case noInput = 66
    case bug = 70
    case cannotCreate = 73
    case cannotWrite = 74

    init(_ error: InputError) {
        self = error.code == .missing || error.code == .unreadable ? .noInput : .unusableInput
    }

    init(_ error: VaultError) {
        self =
            switch error.code {
            case .notAVault, .newerVersion, .damaged, .refused: .unusableInput
            case .notFound, .unreadable: .noInput
            case .readOnly: .cannotCreate
            case .diskFull, .busy: .cannotWrite
            case .internalFault: .bug
            }
    }
}

/// Something a command says no to.
struct Complaint: Error {
    var status: ExitStatus
    var message: String
}
