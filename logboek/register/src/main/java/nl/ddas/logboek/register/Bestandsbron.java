// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.register;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nl.ddas.basis.Sha256;

/// The register as a file; its mark is the digest of its bytes.
///
/// @param bestand read again each time
public record Bestandsbron(Path bestand) implements Registerbron {

    @Override
    public Antwoord fetch(String merk) {
        try (InputStream stroom = Files.newInputStream(bestand)) {
            byte[] bytes = stroom.readNBytes(Documentlezer.MAX_BYTES + 1);
            String now = Sha256.hex(bytes);
            return merk.equals(now) ? new Antwoord.Zelfde() : read(bytes, now);
        } catch (IOException broken) {
            return new Antwoord.Weg("the register file cannot be read: " + broken);
        }
    }

    /// What bytes of a document come to.
    static Antwoord read(byte[] bytes, String merk) {
        return switch (Documentlezer.read(bytes)) {
            case Documentlezer.Lezing.Gelezen(Registerdocument document) -> new Antwoord.Nieuw(document, merk);
            case Documentlezer.Lezing.Geweigerd(List<Fout> fouten) ->
                new Antwoord.Weg(
                        "the register is no good document: " + fouten.getFirst().code() + " at '"
                                + fouten.getFirst().pointer() + "', and "
                                + (fouten.size() - 1) + " more faults");
        };
    }
}
