import Commands

@main
enum Holdfast {
    static func main() async {
        await CommandLineProgram.main()
    }
}
