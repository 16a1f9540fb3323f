// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.ddas.basis.Settings;
import nl.ddas.levering.verkeer.Eigensleutels;
import nl.ddas.trust.Identity;
import nl.ddas.trust.Party;
import nl.ddas.trust.PemFiles;
import nl.ddas.trust.Purpose;

/// The keys with which a party opens what is encrypted to it, and signs in such messages.
final class Versleutelsleutels {

    /// Files with earlier keys.
    static final String OUDE = "oude-versleutelsleutels";

    private Versleutelsleutels() {}

    /// Those of the party, and those that it had before: others may still encrypt to them.
    ///
    /// @throws IOException when the file of an earlier key cannot be read
    static Eigensleutels lees(Settings instellingen, Deelnemer deelnemer) throws IOException {
        List<Identity> oude = new ArrayList<>();
        for (String bestand : instellingen.texts(OUDE)) {
            oude.add(PemFiles.identity(Path.of(bestand)));
        }
        Vertrouwensbron bron = deelnemer.map();
        Party partij = deelnemer.partij();
        return new Eigensleutels(
                partij.oin(),
                () -> bron.ondertekening(partij),
                () -> Stream.concat(bron.versleuteling(partij).stream(), oude.stream())
                        .distinct()
                        .toList(),
                () -> bron.trust(Purpose.SIGNING),
                () -> bron.trust(Purpose.ENCRYPTION),
                bron::opmerking);
    }
}
