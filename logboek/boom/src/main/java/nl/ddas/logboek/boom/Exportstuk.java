// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.boom;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.ddas.basis.JsonReading;
import nl.ddas.basis.JsonValue;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.JsonValue.JsonText;

/// A line of an export of a log: JSON Lines, described in docs/nl/logboek-bewijs.md.
sealed interface Exportstuk permits Exportkop, Exportstuk.Tegelstuk, Exportstuk.Bladstuk, Exportstuk.Einde {

    /// As it stands in the file, without newline.
    JsonObject json();

    /// A tile.
    record Tegelstuk(Tegel tegel, byte[] hashes) implements Exportstuk {
        @Override
        public JsonObject json() {
            return JsonObject.EMPTY.with("tegel", tegel.path()).with("hashes", Base64Text.write(hashes));
        }
    }

    /// A leaf.
    ///
    /// @param nummer from 0
    record Bladstuk(long nummer, Bladinhoud inhoud) implements Exportstuk {

        /// The hash of the leaf.
        Hash hash() {
            return Merkle.leaf(inhoud.verbintenis());
        }

        @Override
        public JsonObject json() {
            JsonObject nr = JsonObject.EMPTY.with("nr", nummer);
            return switch (inhoud) {
                case Bladinhoud.Aanwezig(byte[] zout, byte[] vorm, boolean isBewijs) ->
                    nr.with("zout", Base64Text.write(zout)).with(isBewijs ? "bewijs" : "regel", Base64Text.write(vorm));
                case Bladinhoud.Weg(byte[] verbintenis, Bladinhoud.Reden waarom) ->
                    nr.with("verbintenis", Base64Text.write(verbintenis)).with("weg", waarom.woord());
            };
        }
    }

    /// The last line: without it the file was broken off.
    ///
    /// @param bladeren how many leaves the file has
    record Einde(long bladeren) implements Exportstuk {
        @Override
        public JsonObject json() {
            return JsonObject.EMPTY.with("einde", bladeren);
        }
    }

    /// What a line says; empty when it is no line of an export.
    static Optional<Exportstuk> read(byte[] line) {
        if (!(JsonReading.of(line) instanceof JsonReading.Read(JsonObject json))) {
            return Optional.empty();
        }
        if (json.get("nr").isPresent()) {
            return json.whole("nr").filter(nr -> nr >= 0).flatMap(nr -> inhoud(json)
                    .map(one -> new Bladstuk(nr, one)));
        }
        if (json.get("tegel").isPresent()) {
            return tegel(json);
        }
        return json.get("einde").isPresent() ? json.whole("einde").map(Einde::new) : Exportkop.read(json);
    }

    private static Optional<Bladinhoud> inhoud(JsonObject json) {
        Optional<byte[]> zout = bytes(json, "zout").filter(one -> one.length == Verbintenis.ZOUT);
        boolean isBewijs = json.get("bewijs").isPresent();
        Optional<byte[]> vorm = bytes(json, isBewijs ? "bewijs" : "regel");
        if (zout.isPresent() && vorm.isPresent()) {
            return Optional.of(new Bladinhoud.Aanwezig(zout.get(), vorm.get(), isBewijs));
        }
        Optional<Bladinhoud.Reden> reden = json.text("weg").flatMap(word -> Arrays.stream(Bladinhoud.Reden.values())
                .filter(one -> one.woord().equals(word))
                .findFirst());
        return bytes(json, "verbintenis")
                .filter(one -> one.length == Verbintenis.BYTES)
                .flatMap(one -> reden.map(why -> new Bladinhoud.Weg(one, why)));
    }

    private static Optional<Exportstuk> tegel(JsonObject json) {
        Optional<Tegel> tegel = json.text("tegel")
                .flatMap(Tegel::read)
                .filter(vraag -> !vraag.isEntries())
                .map(Tegel.Vraag::tegel);
        return tegel.flatMap(one -> bytes(json, "hashes")
                .filter(hashes -> hashes.length == one.breedte() * Hash.BYTES)
                .map(hashes -> new Tegelstuk(one, hashes)));
    }

    /// The texts of an array; what is no text is passed over.
    static List<String> texts(JsonObject json, String name) {
        List<JsonValue> items = json.array(name).orElse(List.of());
        return items.stream()
                .flatMap(item -> item instanceof JsonText(String text) ? Stream.of(text) : Stream.empty())
                .toList();
    }

    private static Optional<byte[]> bytes(JsonObject json, String name) {
        return json.text(name).flatMap(Base64Text::read);
    }
}
