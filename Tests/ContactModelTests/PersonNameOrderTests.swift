import ContactModel
import Testing

/// In which order a name is written: what is shown, what is compared, what is looked for.
@Suite struct PersonNameOrderTests {
    @Test(
        arguments: [
            (PersonName(given: "小明", family: "王"), "王小明"), (PersonName(given: "大文", family: "陳"), "陳大文"),
            (PersonName(given: "太郎", family: "山田"), "山田 太郎"), (PersonName(given: "さくら", family: "林"), "林 さくら"),
            (PersonName(given: "健", family: "佐々木"), "佐々木 健"), (PersonName(given: "民秀", family: "金"), "金民秀"),
            (PersonName(given: "민수", family: "김"), "김민수"), (PersonName(given: "민", family: "남궁"), "남궁민"),
            (PersonName(given: "修", family: "欧阳"), "欧阳修"), (PersonName(given: "亮", family: "諸葛"), "諸葛亮"),
            (PersonName(prefix: "Dr.", given: "小明", family: "王", suffix: "PhD"), "Dr. 王小明 PhD"),
            (PersonName(given: "小明", family: "王", full: "Xiaoming 王"), "Xiaoming 王"),
            (PersonName(given: "Ming", family: "王"), "Ming 王"), (PersonName(given: "小明", family: "Wang"), "小明 Wang"),
            (PersonName(given: "マリー・アン", family: "デュボワ"), "マリー・アン デュボワ"), (PersonName(given: "小明"), "小明"), (PersonName(family: "王"), "王"),
            (PersonName(given: "Ada", family: "Example"), "Ada Example"), (PersonName(given: "Юлия", family: "Пример"), "Юлия Пример"),
            (PersonName(), ""),
        ])
    func `a name of East Asia is shown family name first, any other given name first`(name: PersonName, shown: String) {
        #expect(name.display == shown)
    }

    @Test(
        arguments: [
            (PersonName(given: "小明", family: "王"), "小明 王"), (PersonName(prefix: "Dr.", given: "민수", family: "김"), "Dr. 민수 김"),
            (PersonName(given: "小明", family: "王", full: "王小明"), "王小明"), (PersonName(given: "Ada", family: "Example"), "Ada Example"),
        ])
    func `what names are compared by stays given name first`(name: PersonName, compared: String) {
        #expect(name.givenFirst == compared)
    }

    @Test(
        arguments: [
            ("王小明", true), ("小明 王", true), ("小明王", false), ("王 小明", false), ("王大明", false), ("Xiaoming Wang", false), ("", false),
        ])
    func `a name in one piece says more than its parts unless it is one of the two ways they are written`(whole: String, isSaid: Bool) {
        #expect(PersonName(given: "小明", family: "王").isSaid(by: whole) == isSaid)
        #expect(PersonName(given: "小明", family: "王", full: "other").isSaid(by: whole) == isSaid)
    }

    @Test(
        arguments: [
            (PersonName(given: "小明", family: "王"), ["王小明", "小明王"]), (PersonName(given: "太郎", family: "山田"), ["山田太郎", "太郎山田"]),
            (PersonName(full: "小明 王"), ["小明王", "王小明"]), (PersonName(full: "王小明"), []), (PersonName(given: "Ada", family: "Example"), []),
            (PersonName(full: "Ada Example"), []), (PersonName(full: "株式会社 見本 東京"), []), (PersonName(given: "小明", family: "Wang"), []),
            (PersonName(), []),
        ])
    func `a name of East Asia is looked for without a blank, either way round`(name: PersonName, unspaced: [String]) {
        #expect(name.unspaced == unspaced)
    }
}
