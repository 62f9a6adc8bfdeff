import Commands

@main
enum Holdfast {
    static func main() {
        CommandLineProgram.main()
    }
}
