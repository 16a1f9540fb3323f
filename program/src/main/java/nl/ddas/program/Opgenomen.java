// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.ddas.basis.JsonValue;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.trust.PayloadSigner;

/// One of the messages in what somebody kept.
///
/// @param wat which it is, Dutch, such as `antwoord 400 op POST https://bron.example/v1/...`; empty when there
///     is but one
/// @param opname nothing when its content was not kept
record Opgenomen(String wat, Optional<Opname> opname) {

    /// The signed messages of a HAR (1.2), each request before its answer: a refusal is signed too, and who
    /// wants to know why he was refused wants to know about the request.
    static List<Opgenomen> uit(JsonObject har) {
        return har.object("log").flatMap(log -> log.array("entries")).stream()
                .flatMap(List::stream)
                .flatMap(Opgenomen::vanIngang)
                .toList();
    }

    private static Stream<Opgenomen> vanIngang(JsonValue ingang) {
        if (!(ingang instanceof JsonObject paar)) {
            return Stream.empty();
        }
        JsonObject verzoek = paar.object("request").orElse(JsonObject.EMPTY);
        JsonObject antwoord = paar.object("response").orElse(JsonObject.EMPTY);
        String methode = verzoek.text("method").orElse("(methode onbekend)");
        String vraag =
                methode + " " + verzoek.text("url").map(Opgenomen::zonderVraag).orElse("(adres onbekend)");
        long status = antwoord.whole("status").orElse(0L);
        boolean vraagLeeg = List.of("GET", "HEAD", "DELETE").contains(methode)
                || verzoek.whole("bodySize").filter(maat -> maat == 0).isPresent();
        boolean antwoordLeeg = status == 204
                || status == 304
                || antwoord.object("content")
                        .flatMap(inhoud -> inhoud.whole("size"))
                        .filter(maat -> maat == 0)
                        .isPresent();
        return Stream.of(
                        kant("verzoek " + vraag, verzoek, Opname.kant(verzoek, "postData", vraagLeeg)),
                        kant(
                                "antwoord " + (status == 0 ? "zonder status" : status) + " op " + vraag,
                                antwoord,
                                Opname.kant(antwoord, "content", antwoordLeeg)))
                .flatMap(Optional::stream);
    }

    private static Optional<Opgenomen> kant(String wat, JsonObject bericht, Optional<Opname> opname) {
        return Opname.koppen(bericht).first(PayloadSigner.PAYLOAD_SIG).isPresent()
                ? Optional.of(new Opgenomen(Beheergesprek.veilig(wat), opname))
                : Optional.empty();
    }

    /// Neither what was asked, which may be about persons, nor who asked.
    private static String zonderVraag(String adres) {
        return adres.replaceFirst("[?#].*", "").replaceFirst("//[^/@]*@", "//");
    }
}
