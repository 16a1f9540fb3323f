// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import nl.ddas.basis.Settings;
import nl.ddas.trust.DeviceKeys;
import nl.ddas.trust.Identity;
import nl.ddas.trust.PemFiles;

/// Our own keys: in files, or in a device (HSM) through PKCS#11 when `pkcs11-configuratie` is set. Of a key in a device
/// the file holds the certificates only.
///
/// @param namen label in the device of each key that is in it, by the name of its file in the settings
/// @param gelezen keys in the device, by the name of their file: a key there equals no other object, also not itself
record Sleutelapparaat(Optional<DeviceKeys> apparaat, Map<String, String> namen, Map<String, Identity> gelezen) {

    static final String CONFIGURATIE = "pkcs11-configuratie";
    static final String PIN = "pkcs11-pin-bestand";

    /// Settings that go with a device.
    static final List<String> ALLEMAAL =
            List.of(CONFIGURATIE, PIN, label(Partijbestanden.TLS), label(Partijbestanden.ONDERTEKENING));

    /// @throws VerkeerdGebruik when settings do not go together
    /// @throws UncheckedIOException when the device does not open
    static Sleutelapparaat lees(Settings instellingen) {
        Map<String, String> namen = new HashMap<>();
        for (String slot : List.of(Partijbestanden.TLS, Partijbestanden.ONDERTEKENING)) {
            instellingen.optional(label(slot)).ifPresent(naam -> namen.put(slot, naam));
        }
        Optional<String> configuratie = instellingen.optional(CONFIGURATIE);
        Optional<String> pin = instellingen.optional(PIN);
        if (configuratie.isEmpty() != namen.isEmpty() || configuratie.isEmpty() != pin.isEmpty()) {
            throw new VerkeerdGebruik("voor sleutels in een apparaat (HSM) horen bij elkaar: " + CONFIGURATIE + ", "
                    + PIN + ", en " + label(Partijbestanden.ONDERTEKENING) + " of " + label(Partijbestanden.TLS));
        }
        return new Sleutelapparaat(
                configuratie.map(bestand -> open(Path.of(bestand), Path.of(pin.orElseThrow()))),
                namen,
                new ConcurrentHashMap<>());
    }

    /// `ondertekening-sleutel` goes with `ondertekening-pkcs11`.
    private static String label(String slot) {
        return slot.replace("-sleutel", "-pkcs11");
    }

    private static DeviceKeys open(Path configuratie, Path pin) {
        try {
            return DeviceKeys.open(
                    configuratie,
                    Files.readString(pin, StandardCharsets.UTF_8).strip().toCharArray());
        } catch (IOException dicht) {
            throw new UncheckedIOException(dicht);
        }
    }

    /// The key of a slot, with its certificates.
    ///
    /// @throws UncheckedIOException when it cannot be read or used
    Identity sleutel(String slot, Path bestand) {
        try {
            String naam = namen.get(slot);
            return naam == null ? PemFiles.identity(bestand) : inApparaat(slot, naam, bestand);
        } catch (IOException onbruikbaar) {
            throw new UncheckedIOException(onbruikbaar);
        }
    }

    /// The same object as long as the certificates are the same: a key is not looked at again then.
    private Identity inApparaat(String slot, String naam, Path bestand) throws IOException {
        Identity eerder = gelezen.get(slot);
        if (eerder != null && eerder.chain().equals(PemFiles.certificates(bestand))) {
            return eerder;
        }
        Identity nieuw = apparaat.orElseThrow().identity(naam, bestand);
        gelezen.put(slot, nieuw);
        return nieuw;
    }
}
