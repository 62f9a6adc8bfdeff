public import ContactModel
public import Vault

/// The receipt of a hand-over as JSON, in the keys other programs rely on.
public enum ReceiptJSON {
    /// The receipt as one object; who was in it is not told.
    public static func encode(_ receipt: HandOverReceipt, _ json: inout JSONWriter) {
        let content = receipt.content
        json.beginObject()
        json.member("receipt", receipt.number)
        for (name, text) in [
            ("id", receipt.id.description), ("at", receipt.madeAt), ("recipient", content.recipient), ("format", content.format),
            ("filter", content.filter), ("sha256", content.sha256),
        ] {
            json.member(name, text)
        }
        for (name, number) in [("written", content.written), ("held_back", content.heldBack)] { json.member(name, number) }
        json.member("bytes", content.byteCount)
        json.member("changed_only", content.isUpdate)
        json.endObject()
    }
}
