import ContactFormats
import ContactModel
import Testing

@Suite struct `A profile's key` {
    @Test(
        arguments: [
            ("https://www.linkedin.com/in/ada-example", "ada-example", "ada-example"),
            ("https://www.linkedin.com/in/Ada-Example", "ada-example", "Ada-Example"),
            ("http://linkedin.com/in/ada-example/", "ada-example", "ada-example"),
            ("www.linkedin.com/in/ada-example?trk=people", "ada-example", "ada-example"),
            ("HTTPS://DE.LinkedIn.com/IN/ada-example/#about", "ada-example", "ada-example"),
            ("https://de.linkedin.com/in/ada-example/en", "ada-example", "ada-example"),
            ("//m.linkedin.com/in/ada-example", "ada-example", "ada-example"),
            ("/in/ada-example", "ada-example", "ada-example"),
            ("  <https://www.linkedin.com/in/ada-example>\n", "ada-example", "ada-example"),
            ("https://www.linkedin.com/in/zo%C3%AB-m%C3%BCller", "zoë-müller", "zo%C3%AB-m%C3%BCller"),
            ("https://www.linkedin.com/in/zo%c3%ab-m%c3%bcller", "zoë-müller", "zo%C3%AB-m%C3%BCller"),
            ("www.linkedin.com/in/zoë-müller", "zoë-müller", "zo%C3%AB-m%C3%BCller"),
            ("https://www.linkedin.com/in/zoe\u{308}", "zoë", "zo%C3%AB"), ("https://www.linkedin.com/in/zoe%CC%88", "zoë", "zo%C3%AB"),
            ("https://www.linkedin.com/in/ADA-EX%C2%AE", "ada-ex®", "ADA-EX%C2%AE"),
            ("https://www.linkedin.com/in/%F0%9F%8E%89party", "🎉party", "%F0%9F%8E%89party"),
            ("https://www.linkedin.com/in/%E6%9D%8E", "李", "%E6%9D%8E"), ("https://www.linkedin.com/in/100%-ada", "100%-ada", "100%25-ada"),
            ("https://www.linkedin.com/in/ada%zz", "ada%zz", "ada%25zz"), ("https://www.linkedin.com/in/ada%", "ada%", "ada%25"),
            ("https://www.linkedin.com/in/ada%E9", "ada%e9", "ada%E9"),
        ]
    )
    func `is the same whatever way the address is written`(address: String, slug: String, canonical: String) throws {
        let profile = try #require(LinkedInProfileKey(address))
        #expect(profile.key == IdentityKey(.profile, "linkedin:" + slug))
        #expect(Array(profile.key.value.utf8) == Array(("linkedin:" + slug).utf8))
        #expect(profile.uri == "https://www.linkedin.com/in/" + canonical)
        #expect(LinkedInProfileKey(profile.uri) == profile)
    }

    @Test(
        arguments: [
            "", " ", "https://www.linkedin.com/pub/ada/1/2/3", "https://www.linkedin.com/company/example", "https://www.linkedin.com/in/",
            "https://www.linkedin.com/in/?x", "https://www.linkedin.com/", "https://example.com/in/ada", "https://notlinkedin.com/in/ada",
            "https://linkedin.com.example/in/ada", "ada-example", "https://www.linkedin.com/info/ada", "mailto:ada@example.com",
            "https://www.linkedin.com/in/%20", "https://www.linkedin.com/in/ada,bo", "https://www.linkedin.com/in/ada\"x",
        ]
    )
    func `is none for anything but a profile`(address: String) {
        #expect(LinkedInProfileKey(address) == nil)
    }

    @Test func `is a number where LinkedIn gives only that`() {
        #expect(LinkedInProfileKey.memberKey("urn:li:member:123") == IdentityKey(.profile, "linkedin-member:123"))
        for text in ["urn:li:member:", "urn:li:member:12a", "urn:li:company:1", ""] { #expect(LinkedInProfileKey.memberKey(text) == nil) }
    }
}
