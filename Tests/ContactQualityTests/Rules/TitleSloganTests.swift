import ContactModel
import ContactQuality
import Testing

/// `docs/rules/title-slogan.md`
@Suite("title-slogan")
struct TitleSloganTests {
    @Test(
        "finds what names no occupation",
        arguments: ["Helping people grow their business", "Passionate about making a difference!", "I turn ideas into reality"])
    func found(title: String) {
        let finding = TitleSlogan().finding(for: Someone.with { $0.title = title })
        #expect(finding?.value == title && finding?.evidence.hasSuffix("and names no occupation.") == true)
    }

    @Test(
        "leaves titles alone", arguments: ["Head of Passion Projects", "C# Developer", "Directrice de la communication", "CEO & Founder!"])
    func quiet(title: String) {
        #expect(TitleSlogan().finding(for: Someone.with { $0.title = title }) == nil)
    }
}
