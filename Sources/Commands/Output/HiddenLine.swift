import Foundation

/// A line typed at the terminal that nobody sees.
enum HiddenLine {
    /// Asks and reads; `nil` at the end of the input.
    static func read(_ question: String) -> String? {
        Terminal.standardError.write(question)
        var shown = termios()
        guard tcgetattr(STDIN_FILENO, &shown) == 0 else { return readLine(strippingNewline: true) }
        var hidden = shown
        hidden.c_lflag &= ~tcflag_t(ECHO)
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden)
        defer {
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown)
            Terminal.standardError.write("\n")
        }
        return readLine(strippingNewline: true)
    }
}
