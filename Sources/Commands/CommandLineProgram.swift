import ArgumentParser

/// The program as `holdfast` starts it.
public enum CommandLineProgram {
    /// Reads the command line, does what it says and ends the process with the status the design names.
    public static func main() {
        RootCommand.main()
    }
}
