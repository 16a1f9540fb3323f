// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.boom;

import java.util.List;
import java.util.Optional;
import nl.ddas.basis.JsonValue.JsonArray;
import nl.ddas.basis.JsonValue.JsonObject;

/// The first line of an export.
///
/// @param isAlles whether every leaf of the tree is in the file
/// @param checkpoint the head of the tree that the file shows
/// @param getuigd an older head that witnesses signed, when they did not sign the newest
/// @param consistentie proof from there to the newest
/// @param sleutels keys of the log, for who has no better source of them
/// @param getuigen keys of witnesses
record Exportkop(
        boolean isAlles,
        SignedNote checkpoint,
        Optional<SignedNote> getuigd,
        List<Hash> consistentie,
        List<VerifierKey> sleutels,
        List<VerifierKey> getuigen)
        implements Exportstuk {

    /// Version of the form.
    private static final long VERSIE = 1;

    private static final String SOORT = "ddas-logboek-export";
    private static final String ALLES = "alles";
    private static final String SELECTIE = "selectie";

    Exportkop {
        consistentie = List.copyOf(consistentie);
        sleutels = List.copyOf(sleutels);
        getuigen = List.copyOf(getuigen);
    }

    @Override
    public JsonObject json() {
        JsonObject kop = JsonObject.EMPTY
                .with(SOORT, VERSIE)
                .with("inhoud", isAlles ? ALLES : SELECTIE)
                .with("checkpoint", checkpoint.tekst());
        JsonObject both = getuigd.map(note -> kop.with("getuigd", note.tekst())
                        .with(
                                "consistentie",
                                texts(consistentie.stream().map(Hash::base64).toList())))
                .orElse(kop);
        return both.with("sleutels", keys(sleutels)).with("getuigen", keys(getuigen));
    }

    private static JsonArray keys(List<VerifierKey> keys) {
        return texts(keys.stream().map(VerifierKey::toString).toList());
    }

    private static JsonArray texts(List<String> texts) {
        return JsonArray.ofTexts(texts);
    }

    /// The first line that this says; empty when it is none, or of a version that is not known here.
    static Optional<Exportstuk> read(JsonObject json) {
        Optional<SignedNote> checkpoint = json.text("checkpoint").flatMap(SignedNote::read);
        Optional<String> inhoud = json.text("inhoud").filter(word -> word.equals(ALLES) || word.equals(SELECTIE));
        boolean isKop = json.whole(SOORT).equals(Optional.of(VERSIE));
        if (!isKop || checkpoint.isEmpty() || inhoud.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Exportkop(
                inhoud.get().equals(ALLES),
                checkpoint.get(),
                json.text("getuigd").flatMap(SignedNote::read),
                Exportstuk.texts(json, "consistentie").stream()
                        .flatMap(one -> Hash.read(one).stream())
                        .toList(),
                keys(json, "sleutels"),
                keys(json, "getuigen")));
    }

    private static List<VerifierKey> keys(JsonObject json, String name) {
        return Exportstuk.texts(json, name).stream()
                .flatMap(one -> VerifierKey.read(one).stream())
                .toList();
    }
}
