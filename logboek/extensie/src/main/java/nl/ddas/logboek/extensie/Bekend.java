// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.ddas.basis.Bundled;

/// The register of extensions that are known: who claimed which namespace and which keys, so that nobody uses a field
/// that is taken. The list in the program can be extended with a file of the user in the same form.
///
/// @param claims in the order of the files
public record Bekend(List<Claim> claims) {

    private static final String BUNDLED = "bekende-extensies.yaml";

    public Bekend {
        claims = List.copyOf(claims);
    }

    /// What one extension claimed.
    ///
    /// @param naam who it is; a definition of the same name is that extension itself
    public record Claim(String naam, String naamruimte, String omschrijving, String bron, List<String> sleutels) {}

    /// What reading a file with claims came to.
    public sealed interface Lezing {
        record Gelezen(Bekend bekend) implements Lezing {}

        record Geweigerd(List<Leesfout> fouten) implements Lezing {}
    }

    /// The extensions that this program knows.
    ///
    /// @throws IllegalStateException when the program was built with a broken list
    public static Bekend bundled() {
        return switch (read(Bundled.bytes(Bekend.class, BUNDLED))) {
            case Lezing.Gelezen(Bekend bekend) -> bekend;
            case Lezing.Geweigerd(List<Leesfout> fouten) ->
                throw new IllegalStateException(BUNDLED + " is broken: " + fouten);
        };
    }

    /// Reads a file with claims.
    public static Lezing read(byte[] bytes) {
        return switch (Yamllezer.read(bytes)) {
            case Yamllezing.Onleesbaar(Leesfout fout) -> new Lezing.Geweigerd(List.of(fout));
            case Yamllezing.Gelezen(Knoop.Kaart kaart, List<Leesfout> dubbel) -> read(kaart, dubbel);
            case Yamllezing.Gelezen(Knoop anders, List<Leesfout> _) ->
                new Lezing.Geweigerd(List.of(
                        Leesfout.onleesbaar(anders.plek(), "Dit bestand begint met extensies: en dan een lijst.")));
        };
    }

    private static Lezing read(Knoop.Kaart kaart, List<Leesfout> dubbel) {
        List<Leesfout> fouten = new ArrayList<>(dubbel);
        Kaartlezer lezer = new Kaartlezer(kaart, "", fouten);
        List<Claim> claims = lezer.maps("extensies").stream().map(Bekend::claim).toList();
        lezer.end();
        return fouten.isEmpty() ? new Lezing.Gelezen(new Bekend(claims)) : new Lezing.Geweigerd(fouten);
    }

    private static Claim claim(Kaartlezer lezer) {
        Claim claim = new Claim(
                required(lezer, "naam"),
                required(lezer, "naamruimte"),
                lezer.text("omschrijving"),
                lezer.text("bron"),
                lezer.texts("sleutels"));
        lezer.end();
        return claim;
    }

    private static String required(Kaartlezer lezer, String naam) {
        String waarde = lezer.text(naam);
        if (waarde.isEmpty()) {
            lezer.fault(Leesfout.SOORT, naam, "Elke extensie in deze lijst heeft een " + naam + ".");
        }
        return waarde;
    }

    /// These claims and those of another list.
    public Bekend and(Bekend meer) {
        return new Bekend(Stream.concat(claims.stream(), meer.claims.stream()).toList());
    }
}
